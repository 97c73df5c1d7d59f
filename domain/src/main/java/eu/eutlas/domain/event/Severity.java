package eu.eutlas.domain.event;

/** How much an event wants to be looked at. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
