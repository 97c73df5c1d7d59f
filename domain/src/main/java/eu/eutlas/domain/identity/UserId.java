package eu.eutlas.domain.identity;

import eu.eutlas.domain.HexId;

/** The id of a user. */
public record UserId(String value) {
  public UserId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
