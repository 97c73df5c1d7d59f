package eu.eutlas.benchmarks.storage;

import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.storage.FolderBackupStore;
import eu.eutlas.storage.FolderSettings;
import eu.eutlas.storage.TinkBackupEncryption;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;

/** The process in which {@link Streams} measures. */
final class StreamedBackup {
  private static final double MEGABYTE = 1024.0 * 1024.0;
  private static final int BLOCK = 1024 * 1024;
  private static final ObjectKey KEY = new ObjectKey("clusters/c1/archive");

  private StreamedBackup() {}

  /** Takes the folder and the gigabytes. */
  public static void main(String[] arguments) throws IOException {
    var blocks = Integer.parseInt(arguments[1]) * 1024;
    var folder =
        FolderBackupStore.open(
            new FolderSettings(Path.of(arguments[0])), Clock.systemUTC(), new SecureRandom());
    var encryption = new TinkBackupEncryption(new MemorySealer());
    var store = encryption.through(encryption.newKey("owner"), "owner", folder);
    var block = new byte[BLOCK];
    new Random(1).nextBytes(block);

    var begun = System.nanoTime();
    store.put(KEY, out -> write(out, block, blocks));
    say("written", blocks, begun);

    begun = System.nanoTime();
    var found = new byte[BLOCK];
    try (var in = store.get(KEY, Range.ALL)) {
      for (var number = 0; number < blocks; number++) {
        in.readNBytes(found, 0, BLOCK);
        if (!Arrays.equals(found, numbered(block, number))) {
          throw new IllegalStateException("Block " + number + " is another than was written.");
        }
      }
    }
    say("read", blocks, begun);
    System.out.printf("heap at most %.0f MB%n", heapAtMost() / MEGABYTE);
  }

  private static void write(OutputStream out, byte[] block, int blocks) throws IOException {
    for (var number = 0; number < blocks; number++) {
      out.write(numbered(block, number));
    }
  }

  /** Each block is another, at no cost. */
  private static byte[] numbered(byte[] block, int number) {
    ByteBuffer.wrap(block).putInt(number);
    return block;
  }

  private static void say(String what, int blocks, long begun) {
    var seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("%s %d MB in %.1f s: %.0f MB/s%n", what, blocks, seconds, blocks / seconds);
  }

  private static long heapAtMost() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
