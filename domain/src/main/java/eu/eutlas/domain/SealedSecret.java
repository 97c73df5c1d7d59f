package eu.eutlas.domain;

/**
 * A secret at rest: encrypted, bound to its owner and field, carrying the id of the key that opens
 * it.
 */
public record SealedSecret(String text) {
  public SealedSecret {
    InvalidValue.unless(!text.isBlank(), "A sealed secret is never empty.");
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
