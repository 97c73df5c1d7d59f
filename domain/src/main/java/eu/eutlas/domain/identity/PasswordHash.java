package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;

/** A password's hash, with the parameters that it was made with. */
public record PasswordHash(String value) {
  public PasswordHash {
    InvalidValue.unless(!value.isBlank(), "A password hash is never empty.");
  }

  @Override
  public String toString() {
    return "[hash]";
  }
}
