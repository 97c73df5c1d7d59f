package eu.eutlas.storage;

/**
 * How plain bytes lie in an encrypted object: a header, then segments of one size but the last,
 * each with a tag; the header counts into the first. Even an empty object has a segment.
 */
final class Segments {
  /** Of the encrypted segment. From 4 KiB to 1 MiB all are as fast; a range reads at least one. */
  static final int SIZE = 64 * 1024;

  /** Its own length, the salt of the object's key, and the beginning of each nonce. */
  static final int HEADER = 1 + 32 + 7;

  static final int TAG = 16;
  private static final int PLAIN = SIZE - TAG;

  private Segments() {}

  /** How many plain bytes there are; 0 for a length that no object has. */
  static long plainSize(long encrypted) {
    var segments = (encrypted + SIZE - 1) / SIZE;
    return Math.max(0, encrypted - HEADER - segments * TAG);
  }

  static long encryptedSize(long plain) {
    var segments = Math.max(1, (plain + HEADER + PLAIN - 1) / PLAIN);
    return plain + HEADER + segments * TAG;
  }

  /** Where the segment ends that holds a plain byte. */
  static long endOfSegment(long plain) {
    return ((plain + HEADER) / PLAIN + 1) * SIZE;
  }
}
