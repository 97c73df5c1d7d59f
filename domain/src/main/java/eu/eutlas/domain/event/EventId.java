package eu.eutlas.domain.event;

import eu.eutlas.domain.HexId;

/** The id of an event, fixed by the write that causes it. */
public record EventId(String value) {
  public EventId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
