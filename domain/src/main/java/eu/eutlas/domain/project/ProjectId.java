package eu.eutlas.domain.project;

import eu.eutlas.domain.HexId;

/** The id of a project. */
public record ProjectId(String value) {
  public ProjectId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
