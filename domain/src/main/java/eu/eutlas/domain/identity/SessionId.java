package eu.eutlas.domain.identity;

import eu.eutlas.domain.HexId;

/** The id of a session. */
public record SessionId(String value) {
  public SessionId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
