package eu.eutlas.storage;

import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.backup.SampleBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** A process that finishes two objects, and is killed while it writes others. */
final class KilledWriter {
  static final ObjectKey WHOLE = new ObjectKey("a/whole");
  static final ObjectKey REPLACED = new ObjectKey("b/replaced");
  static final SampleBytes SAMPLE = new SampleBytes(1, 3_000_000);
  static final String IN_THE_MIDDLE = "in the middle";

  private KilledWriter() {}

  public static void main(String[] arguments) throws InterruptedException {
    var store =
        FolderBackupStore.open(
            new FolderSettings(Path.of(arguments[0])), Clock.systemUTC(), new SecureRandom());
    store.put(WHOLE, SAMPLE.content());
    store.put(REPLACED, SAMPLE.content());
    var begun = new CountDownLatch(2);
    for (var key : new ObjectKey[] {new ObjectKey("c/half"), REPLACED}) {
      Thread.ofPlatform().daemon().start(() -> store.put(key, out -> writeHalf(out, begun)));
    }
    begun.await();
    System.out.println(IN_THE_MIDDLE);
    Thread.currentThread().join();
  }

  private static void writeHalf(OutputStream out, CountDownLatch begun) throws IOException {
    new SampleBytes(2, 2_000_000).write(out, 1_000_000);
    out.flush();
    begun.countDown();
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
