package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The bytes of an archive as they are kept: how many they are, and their SHA-256. */
final class Measured {
  private final MessageDigest digest = Digests.sha256();
  private long length;
  private @Nullable IOException failure;

  long length() {
    return length;
  }

  /** To be asked for once, at the end. */
  Sha256 checksum() {
    return Sha256.of(digest.digest());
  }

  /** What the stream itself threw, so that it is told from what was found in its bytes. */
  @Nullable IOException failure() {
    return failure;
  }

  private void add(byte[] bytes, int offset, int count) {
    digest.update(bytes, offset, count);
    length += count;
  }

  /** A stream whose closing is the caller's. */
  OutputStream output(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
        add(bytes, offset, count);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }
    };
  }

  /** A stream whose closing is the caller's. */
  InputStream input(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        try {
          var read = in.read(bytes, offset, count);
          if (read > 0) {
            add(bytes, offset, read);
          }
          return read;
        } catch (IOException e) {
          failure = e;
          throw e;
        }
      }

      // By this a reader of gzip learns that another member may follow.
      @Override
      public int available() throws IOException {
        return in.available();
      }
    };
  }
}
