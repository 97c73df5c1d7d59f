package eu.eutlas.domain.organization;

import eu.eutlas.domain.HexId;

/** The id of an organization. */
public record OrgId(String value) {
  public OrgId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
