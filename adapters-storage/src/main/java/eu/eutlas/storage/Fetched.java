package eu.eutlas.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes from a store, which remembers whether it broke: that is no damage. */
final class Fetched extends FilterInputStream {
  private @Nullable IOException broke;

  Fetched(InputStream in) {
    super(in);
  }

  Optional<IOException> failure() {
    return Optional.ofNullable(broke);
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
      broke = e;
      throw e;
    }
  }
}
