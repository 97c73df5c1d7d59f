package eu.eutlas.simulation;

/**
 * Something that people do.
 *
 * @param weight how often, in proportion to the others
 */
record Deed(String name, int weight, What what) {

  /** The deed itself, by a use case. */
  @FunctionalInterface
  interface What {
    void by(Visit visit);
  }
}
