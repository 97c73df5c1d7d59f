package eu.eutlas.testkit;

/**
 * Ids by number, the same at each run. A higher number gives an id that sorts later, as an id that
 * was made later does.
 */
public final class HexIds {
  private static final int FIRST_SECOND = 0x69a40000;

  private HexIds() {}

  /** The id with a number. */
  public static String of(int number) {
    return "%08x%016x".formatted(FIRST_SECOND + number, number);
  }

  /** The number of an id that was made here. */
  public static int numberOf(String id) {
    return Integer.parseInt(id.substring(16), 16);
  }
}
