package eu.eutlas.application;

import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.EventId;
import java.time.InstantSource;

/** Gives each decision the moment, the event id and the luck that it needs from outside. */
public final class Turns {
  private final Ids ids;
  private final InstantSource clock;

  public Turns(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Turn next() {
    return new Turn(clock.instant(), new EventId(ids.next()), ids.jitter());
  }
}
