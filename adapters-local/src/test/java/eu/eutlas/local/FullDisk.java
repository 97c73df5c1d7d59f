package eu.eutlas.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Takes the place of the real disk for the files of servers under one folder. */
public final class FullDisk extends FilePathWrapper {
  private static final Set<Path> FULL = ConcurrentHashMap.newKeySet();

  static void fill(Path folder) {
    FULL.add(folder);
  }

  static void heal(Path folder) {
    FULL.remove(folder);
  }

  /** To be called before the servers start. */
  static void install() {
    FilePath.register(new FullDisk());
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode), Path.of(getBase().toString()));
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel real;
    private final Path file;

    Channel(FileChannel real, Path file) {
      this.real = real;
      this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      if (FULL.stream().anyMatch(file::startsWith)) {
        throw new IOException("No space left on device");
      }
      return real.write(source, position);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      real.force(metadata);
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      real.truncate(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
