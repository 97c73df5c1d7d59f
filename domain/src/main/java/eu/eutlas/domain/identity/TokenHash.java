package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;

/** The hash under which a token is kept: who reads it learns nothing that opens a door. */
public record TokenHash(String value) {
  public TokenHash {
    InvalidValue.unless(!value.isBlank(), "A token hash is never empty.");
  }

  @Override
  public String toString() {
    return "[hash]";
  }
}
