package eu.eutlas.embeddedmongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Takes the place of the real disk under one folder, and fails when it is told to. */
public final class FaultyDisk extends FilePathWrapper implements AutoCloseable {

  private static final Map<String, Long> BYTES_LEFT = new ConcurrentHashMap<>();
  private static final Map<String, String> SAYS = new ConcurrentHashMap<>();

  private static final Set<String> UNFORCED = ConcurrentHashMap.newKeySet();

  private final String folder;

  /** For the registry, which makes one for each file. */
  public FaultyDisk() {
    this("");
  }

  private FaultyDisk(String folder) {
    this.folder = folder;
  }

  static FaultyDisk under(Path folder) {
    FilePath.register(new FaultyDisk());
    return new FaultyDisk(folder.toString());
  }

  /** From so many more bytes on every write fails, the last one half-way. */
  void fillAfter(long bytes) {
    failAfter(bytes, "No space left on device");
  }

  void failAfter(long bytes, String reason) {
    SAYS.put(folder, reason);
    BYTES_LEFT.put(folder, bytes);
  }

  void refuseToForce() {
    UNFORCED.add(folder);
  }

  long bytesLeft() {
    return BYTES_LEFT.getOrDefault(folder, Long.MAX_VALUE);
  }

  void heal() {
    BYTES_LEFT.remove(folder);
    UNFORCED.remove(folder);
  }

  @Override
  public void close() {
    heal();
  }

  @Override
  public String getScheme() {
    return "file";
  }

  @Override
  public FaultyDisk getPath(String path) {
    return (FaultyDisk) super.getPath(path);
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(getBase().open(mode), getBase().toString());
  }

  private static final class Channel extends FileBaseDefault {
    private final FileChannel real;
    private final String folder;

    Channel(FileChannel real, String file) {
      this.real = real;
      this.folder = String.valueOf(Path.of(file).getParent());
    }

    /** How much of the bytes fits. */
    private int room(int bytes) throws IOException {
      long left = BYTES_LEFT.getOrDefault(folder, Long.MAX_VALUE);
      if (left == 0) {
        throw new IOException(SAYS.get(folder));
      }
      int fits = (int) Math.min(bytes, left);
      BYTES_LEFT.computeIfPresent(folder, (key, value) -> value - fits);
      return fits;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      int fits = room(source.remaining());
      ByteBuffer part = source.slice().limit(fits);
      source.position(source.position() + fits);
      return real.write(part, position);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      if (UNFORCED.contains(folder)) {
        throw new IOException("Input/output error");
      }
      real.force(metadata);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return real.read(target, position);
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
