package eu.eutlas.testkit.event;

import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.testkit.HexIds;

/** Events for tests. */
public final class Events {
  private Events() {}

  public static EventId id(int number) {
    return new EventId(HexIds.of(number));
  }

  public static EventBuilder anEvent() {
    return anEvent(1);
  }

  /** An event of organization 1 that concerns the organization alone, at the clock's start. */
  public static EventBuilder anEvent(int number) {
    return new EventBuilder(number);
  }

  /** A query for all events of an organization, to be narrowed. */
  public static EventQueryBuilder query(OrgId org) {
    return new EventQueryBuilder(org);
  }
}
