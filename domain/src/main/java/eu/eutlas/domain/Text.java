package eu.eutlas.domain;

/** Rules for text that people type and other people read. */
public final class Text {
  private Text() {}

  /**
   * Whether the text has no control characters, no line breaks, and no characters that reorder or
   * hide what is shown.
   */
  public static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c ->
            Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.UNASSIGNED);
  }

  /**
   * Returns the text without space at its ends, if it is plain and its length in characters lies
   * within the bounds.
   */
  public static String require(String text, int min, int max, String what) {
    var stripped = stripped(text);
    var length = stripped.codePointCount(0, stripped.length());
    InvalidValue.unless(
        length >= min && length <= max, what + " has " + min + " to " + max + " characters.");
    InvalidValue.unless(isPlain(stripped), what + " has no control characters.");
    return stripped;
  }

  /**
   * Unlike {@link String#strip()} takes no-break spaces too: a name of them alone shows nothing.
   */
  private static String stripped(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
