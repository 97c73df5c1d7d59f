package eu.eutlas.http.answer;

import eu.eutlas.application.Cursor;
import eu.eutlas.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * Where a page ended, in a text that says nothing to clients. The check number keeps out what was
 * cut or changed on the way.
 */
public record PageCursor(String text) {
  private static final String NOT_OURS = "Give nextCursor of the page before, unchanged.";
  private static final int PARTS = 3;

  public PageCursor {
    decode(text);
  }

  static String encode(Cursor cursor) {
    var place = cursor.id() + '\n' + cursor.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((check(place) + '\n' + place).getBytes(StandardCharsets.UTF_8));
  }

  public Cursor cursor() {
    return decode(text);
  }

  private static Cursor decode(String text) {
    var parts = plain(text).split("\n", PARTS);
    InvalidValue.unless(
        parts.length == PARTS && parts[0].equals(check(parts[1] + '\n' + parts[2])), NOT_OURS);
    return new Cursor(parts[2], parts[1]);
  }

  private static String plain(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(NOT_OURS);
    }
  }

  private static String check(String place) {
    var crc = new CRC32();
    crc.update(place.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
