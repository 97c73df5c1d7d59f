package eu.eutlas.domain;

import java.time.Instant;
import java.util.HexFormat;

/**
 * The shape of every id: 24 hexadecimal digits in lower case, the first eight of them the second of
 * its making. They sort by time and look like MongoDB's ObjectId, which is what tools made for
 * Atlas expect.
 */
public final class HexId {
  private static final int LENGTH = 24;
  private static final int RANDOM_BYTES = 8;

  private HexId() {}

  /** Returns the text if it is an id, and refuses it otherwise. */
  public static String require(String text) {
    InvalidValue.unless(isId(text), "An id has 24 hexadecimal digits.");
    return text;
  }

  /** Makes an id of a moment and eight random bytes. */
  public static String of(Instant now, byte[] random) {
    InvalidValue.unless(random.length == RANDOM_BYTES, "An id takes eight random bytes.");
    var hex = HexFormat.of();
    return hex.toHexDigits((int) now.getEpochSecond()) + hex.formatHex(random);
  }

  private static boolean isId(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (var i = 0; i < LENGTH; i++) {
      var digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }
}
