package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class S3PartsTest {
  private static final long GIB = 1L << 30;

  @Test
  void holdTheLargestObjectOfAll() {
    var whole = 0L;
    for (var part = 1; part <= S3Parts.MOST; part++) {
      whole += size(part);
    }

    assertThat(whole).isGreaterThanOrEqualTo(5L << 40);
    assertThat(size(S3Parts.MOST)).isLessThanOrEqualTo(5 * GIB);
  }

  @Test
  void staySmallAsLongAsTheObjectIs() {
    assertThat(size(1)).isEqualTo(8L << 20);
    assertThat(size(800)).isEqualTo(8L << 20);
    assertThat(size(801)).isEqualTo(16L << 20);
    assertThat(size(S3Parts.MOST)).isEqualTo(GIB);
  }

  private static long size(int part) {
    return (long) S3Parts.chunks(part) * S3Parts.CHUNK;
  }
}
