package eu.eutlas.embeddedmongo;

import java.text.Normalizer;

/**
 * The part of SASLprep (RFC 4013) that decides whether two spellings of a password are the same:
 * other spaces become a space, characters that are mapped to nothing vanish, the rest is normalised
 * (NFKC). Passwords with control characters are refused.
 */
final class SaslPrep {

  private SaslPrep() {}

  static String prepare(String password) {
    if (password.chars().allMatch(character -> character > 0x1F && character < 0x7F)) {
      return password;
    }
    var mapped = new StringBuilder();
    password
        .codePoints()
        .filter(point -> !isMappedToNothing(point))
        .forEach(point -> mapped.appendCodePoint(isOtherSpace(point) ? ' ' : point));
    String prepared = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    if (prepared.codePoints().anyMatch(Character::isISOControl)) {
      throw Replies.badValue("a password has no control characters");
    }
    return prepared;
  }

  private static boolean isOtherSpace(int point) {
    return point != ' ' && Character.getType(point) == Character.SPACE_SEPARATOR;
  }

  private static boolean isMappedToNothing(int point) {
    return point == 0xAD
        || point == 0x34F
        || point == 0x1806
        || (point >= 0x180B && point <= 0x180D)
        || (point >= 0x200B && point <= 0x200D)
        || point == 0x2060
        || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0xFEFF;
  }
}
