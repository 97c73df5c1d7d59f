package eu.eutlas.application.event;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ports;
import eu.eutlas.application.internal.EventTail;

/** What can be done about events. */
public record Events(ListEvents list, StreamEvents stream) {

  public static Events of(Ports ports, Authorizer authorizer, EventTail tail) {
    var organizations = ports.stores().organizations();
    var events = ports.stores().events();
    return new Events(
        new ListEvents(authorizer, organizations, events),
        new StreamEvents(authorizer, organizations, events, tail));
  }
}
