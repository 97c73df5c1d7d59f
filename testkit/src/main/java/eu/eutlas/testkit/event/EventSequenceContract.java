package eu.eutlas.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The part of {@link EventLogContract} that is about many writers, and about what is asked for. */
abstract class EventSequenceContract {
  private static final int WRITERS = 8;
  private static final int EVENTS_EACH = 10;
  private static final int ALL = WRITERS * EVENTS_EACH;
  private static final Instant NOW = PinnedClock.START;
  private static final OrgId ORG = Organizations.id(1);

  /** A log over a new, empty store. Some tests ask for two and compare them. */
  protected abstract EventLog eventLog();

  /**
   * Another node's log over the same store. To be overridden where a log keeps anything to itself,
   * be it only a lock.
   */
  protected EventLog onAnotherNode(EventLog log) {
    return log;
  }

  @Test
  void staysDenseUnderManyWriters() {
    var log = eventLog();

    Race.run(WRITERS, writer -> appendAll(node(log, writer), writer));

    var logged = all(log);
    assertThat(logged)
        .extracting(LoggedEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ALL).boxed().toList());
    assertThat(ids(logged)).hasSize(ALL);
    assertThat(log.newest(ORG)).isEqualTo(ALL);
  }

  @Test
  void chainsTheHashesUnderManyWriters() {
    var log = eventLog();
    Race.run(WRITERS, writer -> appendAll(node(log, writer), writer));

    var again = eventLog();
    all(log).forEach(logged -> again.append(logged.event()));

    assertThat(all(again)).isEqualTo(all(log));
  }

  @Test
  void takesTheSameEventsFromManyRelaysOnce() {
    var log = eventLog();

    Race.run(WRITERS, writer -> appendAll(node(log, writer), 0));

    assertThat(log.newest(ORG)).isEqualTo(EVENTS_EACH);
    assertThat(ids(all(log))).hasSize(EVENTS_EACH);
  }

  @Test
  void givesEachRelayOfAnEventTheSameNumber() {
    var log = eventLog();

    var answers = Race.run(WRITERS, writer -> node(log, writer).append(event(1)));

    assertThat(Set.copyOf(answers)).hasSize(1);
  }

  @Test
  void neverShowsANumberBeforeTheOneBefore() {
    var log = eventLog();
    var writing = new AtomicInteger(WRITERS);

    Race.run(
        WRITERS + 1,
        runner -> {
          if (runner < WRITERS) {
            appendAll(node(log, runner), runner);
            return writing.decrementAndGet();
          }
          return watchUntilDone(onAnotherNode(log), writing);
        });

    assertThat(all(log)).hasSize(ALL);
  }

  @Test
  void listsWhatMatchesAllThatIsAskedFor() {
    var log = eventLog();
    log.append(Events.anEvent(1).type(EventType.PROJECT_CREATED).project(Projects.id(1)).build());
    log.append(
        Events.anEvent(2)
            .type(EventType.CLUSTER_DEGRADED)
            .project(Projects.id(1))
            .cluster(Clusters.id(1))
            .at(NOW.plusMillis(1))
            .build());
    log.append(
        Events.anEvent(3)
            .type(EventType.CLUSTER_DELETION_REQUESTED)
            .project(Projects.id(2))
            .cluster(Clusters.id(2))
            .at(NOW.plusMillis(2))
            .build());
    log.append(event(4));

    assertThat(list(log, asked().project(Projects.id(1)))).containsExactly(2L, 1L);
    assertThat(list(log, asked().cluster(Clusters.id(1)))).containsExactly(2L);
    assertThat(list(log, asked().type(EventType.PROJECT_CREATED))).containsExactly(1L);
    assertThat(list(log, asked().severity(Severity.WARNING))).containsExactly(3L, 2L);
    assertThat(list(log, asked().severity(Severity.WARNING).project(Projects.id(2))))
        .containsExactly(3L);
    assertThat(list(log, asked().project(Projects.id(1)).cluster(Clusters.id(2)))).isEmpty();
    assertThat(list(log, asked().severity(Severity.ERROR))).isEmpty();
  }

  @Test
  void listsFromAMomentUpToAnother() {
    var log = eventLog();
    IntStream.rangeClosed(1, 4)
        .forEach(number -> log.append(Events.anEvent(number).at(NOW.plusMillis(number)).build()));

    assertThat(list(log, asked().from(NOW.plusMillis(2)))).containsExactly(4L, 3L, 2L);
    assertThat(list(log, asked().to(NOW.plusMillis(2)))).containsExactly(1L);
    assertThat(list(log, asked().from(NOW.plusMillis(2)).to(NOW.plusMillis(4))))
        .containsExactly(3L, 2L);
  }

  private EventLog node(EventLog log, int writer) {
    return writer % 2 == 0 ? log : onAnotherNode(log);
  }

  private static int appendAll(EventLog log, int writer) {
    IntStream.rangeClosed(1, EVENTS_EACH)
        .forEach(number -> log.append(event(writer * EVENTS_EACH + number)));
    return writer;
  }

  private static int watchUntilDone(EventLog log, AtomicInteger writing) {
    long seen = 0;
    while (writing.get() > 0) {
      for (var logged : log.after(Scopes.of(ORG), ORG, seen, ALL)) {
        assertThat(logged.seq()).isEqualTo(seen + 1);
        seen = logged.seq();
      }
    }
    return 0;
  }

  private static List<LoggedEvent> all(EventLog log) {
    return log.after(Scopes.of(ORG), ORG, 0, ALL + 1);
  }

  private static Set<Object> ids(List<LoggedEvent> logged) {
    return logged.stream().map(each -> each.event().id()).collect(Collectors.toSet());
  }

  private static Event event(int number) {
    return Events.anEvent(number).build();
  }

  /** The numbers of what is listed, in pages of two. */
  private static List<Long> list(EventLog log, EventQueryBuilder asked) {
    return Paging.all(2, page -> log.list(Scopes.of(ORG), asked.build(), page)).stream()
        .map(LoggedEvent::seq)
        .toList();
  }

  private static EventQueryBuilder asked() {
    return Events.query(ORG);
  }
}
