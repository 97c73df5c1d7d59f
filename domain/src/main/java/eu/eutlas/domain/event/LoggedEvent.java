package eu.eutlas.domain.event;

import eu.eutlas.domain.InvalidValue;

/**
 * An event in its organization's sequence. Sequences are dense and begin at 1.
 *
 * @param hash of this event and the hash before it, in hexadecimal: who changes or removes an event
 *     breaks the chain
 */
public record LoggedEvent(long seq, String hash, Event event) {
  public LoggedEvent {
    InvalidValue.unless(seq >= 1, "A sequence begins at 1.");
  }
}
