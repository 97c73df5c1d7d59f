package eu.eutlas.mongo.event;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.EventRetention.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.conversions.Bson;

/**
 * The events, in the collection {@code events}. A number is taken by inserting the event with the
 * newest number and one: the unique index lets one writer have it, and the others look again.
 * Because what is read is what a majority has, a number is never based on one that may be rolled
 * back, and the sequence has no gaps.
 */
public final class MongoEventLog implements EventLog {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "events",
          Index.uniqueOn(EventDocument.ORG_ID, EventDocument.SEQ),
          Index.on(EventDocument.ORG_ID, EventDocument.TYPE, EventDocument.SEQ),
          Index.on(EventDocument.ORG_ID, EventDocument.SEVERITY, EventDocument.SEQ),
          Index.on(EventDocument.ORG_ID, EventDocument.CREATED_AT),
          Index.on(EventDocument.PROJECT_ID, EventDocument.SEQ),
          Index.on(EventDocument.CLUSTER_ID, EventDocument.SEQ));

  /** Where the sequences of organizations begin that have lost events to retention. */
  public static final CollectionSchema REMOVED = EventRetention.COLLECTION;

  private static final int ATTEMPTS = 200;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

  private static final Bson OLDEST_FIRST = Sorts.ascending(EventDocument.SEQ);
  private static final Bson NEWEST_FIRST = Sorts.descending(EventDocument.SEQ);

  private final Documents<LoggedEvent> events;
  private final EventRetention retention;

  public MongoEventLog(Store store) {
    this.events = store.documents(COLLECTION, EventDocument::toBson, EventDocument::fromBson);
    this.retention = new EventRetention(events, store.documents(REMOVED));
  }

  @Override
  public LoggedEvent append(Event event) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var before = newestOrRemoved(event.orgId());
      var seq = before.seq() + 1;
      var logged = new LoggedEvent(seq, EventHash.of(before.hash(), seq, event), event);
      try {
        events.insert(logged);
        return logged;
      } catch (PortFailure.Duplicate taken) {
        var same = events.find(event.id().value());
        if (same.isPresent()) {
          return same.get();
        }
        pause();
      }
    }
    throw new PortFailure.Unavailable(
        "EVENT_LOG_BUSY", "Too many events of the organization come at once.", null);
  }

  @Override
  public long newest(OrgId org) {
    return newestOrRemoved(org).seq();
  }

  @Override
  public long oldest(OrgId org) {
    return events.fields(ofOrg(org), OLDEST_FIRST, 1, EventDocument.SEQ).stream()
        .mapToLong(document -> document.getNumber(EventDocument.SEQ).longValue())
        .findFirst()
        .orElse(0);
  }

  @Override
  public List<LoggedEvent> after(Scope scope, OrgId org, long seq, int limit) {
    if (!scope.covers(org)) {
      return List.of();
    }
    var later = ofOrg(org).above(EventDocument.SEQ, value(seq));
    return dense(events.list(later, OLDEST_FIRST, limit));
  }

  @Override
  public Page<LoggedEvent> list(Scope scope, EventQuery query, PageRequest request) {
    return scope.covers(query.org())
        ? events.page(
            EventSearch.where(query, request.after()), NEWEST_FIRST, request, EventSearch::place)
        : new Page<>(List.of(), Optional.empty());
  }

  @Override
  public long remove(Instant before) {
    return retention.remove(before);
  }

  private Place newestOrRemoved(OrgId org) {
    var fields = new String[] {EventDocument.SEQ, EventDocument.HASH};
    return events.fields(ofOrg(org), NEWEST_FIRST, 1, fields).stream()
        .findFirst()
        .map(Place::fromBson)
        .or(() -> retention.lastRemoved(org))
        .orElse(new Place(0, EventHash.START));
  }

  private static Where ofOrg(OrgId org) {
    return Where.anything().is(EventDocument.ORG_ID, value(org.value()));
  }

  /** Retention may remove events while they are read: what lies before a gap is gone by now. */
  static List<LoggedEvent> dense(List<LoggedEvent> found) {
    for (var i = found.size() - 1; i > 0; i--) {
      if (found.get(i).seq() != found.get(i - 1).seq() + 1) {
        return found.subList(i, found.size());
      }
    }
    return found;
  }

  private static void pause() {
    try {
      Thread.sleep(
          Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis())));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PortFailure.Unavailable(
          "EVENT_LOG_BUSY", "Appending an event was broken off.", interrupted);
    }
  }
}
