package eu.eutlas.storage;

import eu.eutlas.application.backup.BackupStore.Range;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a range, of a stream that holds more; goes there when the first is read. */
final class Slice extends FilterInputStream {
  private long before;
  private long left;

  Slice(InputStream in, Range range) {
    super(in);
    this.before = range.from();
    this.left = range.length();
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
    passBefore();
    var read = in.read(bytes, from, (int) Math.min(length, left));
    left -= Math.max(read, 0);
    return read;
  }

  private void passBefore() throws IOException {
    while (before > 0) {
      var skipped = in.skip(before);
      if (skipped == 0 && in.read() >= 0) {
        skipped = 1;
      }
      before = skipped == 0 ? 0 : before - skipped;
    }
  }

  @Override
  public long skip(long many) throws IOException {
    passBefore();
    var skipped = in.skip(Math.min(many, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return before > 0 ? 0 : (int) Math.min(in.available(), left);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
