package eu.eutlas.domain.operation;

import eu.eutlas.domain.HexId;

/** The id of an operation. */
public record OperationId(String value) {
  public OperationId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
