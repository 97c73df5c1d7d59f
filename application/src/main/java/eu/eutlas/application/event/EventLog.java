package eu.eutlas.application.event;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import java.time.Instant;
import java.util.List;

/**
 * A dense sequence of events for each organization: n + 1 is never visible before n, on any number
 * of nodes. Any call may throw {@link PortFailure.Unavailable}; a write also {@link
 * PortFailure.OutcomeUnknown}.
 */
public interface EventLog {

  /**
   * Appends an event with the next number of its organization. Repeatable: an event that is there
   * keeps its number, which is returned.
   */
  LoggedEvent append(Event event);

  /** The newest number of an organization, 0 when it has no event yet. */
  long newest(OrgId org);

  /** The oldest number that is still kept, 0 when there is none. */
  long oldest(OrgId org);

  /** The events after a number, oldest first, without a gap. */
  List<LoggedEvent> after(Scope scope, OrgId org, long seq, int limit);

  /** The events that match, newest first. */
  Page<LoggedEvent> list(Scope scope, EventQuery query, PageRequest request);

  /**
   * Removes events that happened before the moment, the oldest first; returns how many. Repeatable.
   */
  long remove(Instant before);
}
