package eu.eutlas.domain;

/**
 * How often people have changed a thing, from 1 on. What the reconciler does never raises it, so a
 * person's ETag stays good.
 */
public record Revision(long value) {
  public static final Revision FIRST = new Revision(1);

  public Revision {
    InvalidValue.unless(value >= 1, "A revision is 1 or more.");
  }

  public Revision next() {
    return new Revision(value + 1);
  }
}
