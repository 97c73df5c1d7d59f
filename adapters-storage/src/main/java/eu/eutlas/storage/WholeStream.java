package eu.eutlas.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A stream that does not pass off a connection that broke as its end. */
final class WholeStream extends FilterInputStream {
  private final Optional<Long> length;
  private long read;

  WholeStream(InputStream in, Optional<Long> length) {
    super(in);
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int many) throws IOException {
    var now = in.read(bytes, from, many);
    if (now < 0 && read < length.orElse(read)) {
      throw new IOException("The connection ended before the object did.");
    }
    read += Math.max(now, 0);
    return now;
  }

  @Override
  public long skip(long many) throws IOException {
    var skipped = in.skip(many);
    read += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
