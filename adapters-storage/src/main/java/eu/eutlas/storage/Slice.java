package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore.Range;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a range, of a stream that holds more. */
final class Slice extends FilterInputStream {
  private long left;

  private Slice(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  /** Skips to the range; closes the stream when it cannot. */
  static InputStream of(InputStream in, Range range) throws IOException {
    try {
      var toSkip = range.from();
      while (toSkip > 0) {
        var skipped = in.skip(toSkip);
        toSkip -= skipped;
        if (skipped == 0) {
          if (in.read() < 0) {
            break;
          }
          toSkip--;
        }
      }
      return new Slice(in, range.length());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** The first bytes of a stream. */
  static InputStream first(InputStream in, long length) {
    return new Slice(in, length);
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    var read = in.read(bytes, from, (int) Math.min(length, left));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long many) throws IOException {
    var skipped = in.skip(Math.min(many, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
