package eu.eutlas.testkit;

/** Text that is allowed and that careless storage spoils. */
public final class UnusualText {
  /**
   * Fit for names: quotes, what MongoDB reads as operators, other scripts, a pair of surrogates.
   */
  public static final String PLAIN = "Ægir's \"$set\" {a.b} \\u0041 日本 \uD83E\uDD8A <i>&amp;%s";

  /** Fit where any text is: line breaks, tabs, both ends blank, a character that reorders. */
  public static final String ANY = " \tfirst line\r\nsecond \u202E" + PLAIN + "\n ";

  private UnusualText() {}
}
