package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupEncryption.Damaged;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Plain bytes. When they cannot be had, it tells damage from a connection that broke. */
final class Authenticated extends FilterInputStream {
  private final Supplier<Optional<IOException>> broke;

  Authenticated(InputStream in, Supplier<Optional<IOException>> broke) {
    super(in);
    this.broke = broke;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return in.read(bytes, from, length);
    } catch (IOException e) {
      throw broke
          .get()
          .orElseGet(() ->
              new Damaged(
                  "A backup was changed, cut off, or is not the one that was written here.", e));
    }
  }

  @Override
  public long skip(long many) throws IOException {
    var skipped = 0L;
    var dropped = new byte[8 * 1024];
    while (skipped < many) {
      var now = read(dropped, 0, (int) Math.min(dropped.length, many - skipped));
      if (now < 0) {
        break;
      }
      skipped += now;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
