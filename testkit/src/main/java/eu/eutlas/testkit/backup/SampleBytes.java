package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.BackupStore.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes of any length that are made when they are asked for, so that nobody has to hold them. The
 * same number gives the same bytes, and no two places of one look alike.
 */
public record SampleBytes(int number, long size) {
  private static final int CHUNK = 64 * 1024;

  /** Writes all of them, in chunks of uneven length. */
  public Content content() {
    return out -> write(out, size);
  }

  /** Writes the first of them. */
  public void write(OutputStream out, long many) throws IOException {
    var at = 0L;
    while (at < many) {
      var chunk = slice(at, (int) Math.min(many - at, CHUNK - at % 7));
      out.write(chunk);
      at += chunk.length;
    }
  }

  /** Some of them. */
  public byte[] slice(long from, int length) {
    var bytes = new byte[length];
    for (var i = 0; i < length; i++) {
      bytes[i] = (byte) (((from + i + 1) * 0x9E3779B97F4A7C15L + number * 0xBF58476DL) >>> 53);
    }
    return bytes;
  }

  public byte[] all() {
    return slice(0, Math.toIntExact(size));
  }

  /** That the stream gives these bytes from there to their end, and no more. Closes it. */
  public void assertIn(InputStream in, long from) throws IOException {
    try (in) {
      assertNext(in, from, size - from);
      assertThat(in.read()).as("after the end").isEqualTo(-1);
    }
  }

  /** That the stream gives so many of these bytes next. */
  public void assertNext(InputStream in, long from, long many) throws IOException {
    var at = from;
    while (at < from + many) {
      var expected = slice(at, (int) Math.min(from + many - at, CHUNK));
      var found = in.readNBytes(expected.length);
      if (!Arrays.equals(found, expected)) {
        assertThat(found).as("bytes from %s on", at).isEqualTo(expected);
      }
      at += expected.length;
    }
  }
}
