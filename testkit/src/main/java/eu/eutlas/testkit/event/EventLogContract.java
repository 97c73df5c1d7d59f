package eu.eutlas.testkit.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EventLog} holds to. Hashes depend on nothing but the event and the hash before
 * it: the same events, appended in the same order to another log, have the same hashes.
 */
public abstract class EventLogContract extends EventSequenceContract {
  private static final int EVERYTHING = 1000;
  private static final Instant NOW = PinnedClock.START;
  private static final OrgId ORG = Organizations.id(1);
  private static final OrgId OTHER = Organizations.id(2);

  private EventLog log;

  @BeforeEach
  void begin() {
    log = eventLog();
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(log.newest(ORG)).isZero();
    assertThat(log.oldest(ORG)).isZero();
    assertThat(log.after(Scopes.of(ORG), ORG, 0, EVERYTHING)).isEmpty();
    assertThat(Paging.first(page -> log.list(Scopes.of(ORG), EventQuery.ofOrg(ORG), page)))
        .isEmpty();
  }

  @Test
  void keepsEveryField() {
    var event =
        Events.anEvent(1)
            .message(UnusualText.ANY)
            .by(Initiators.unusual())
            .project(Projects.id(2))
            .cluster(Clusters.id(3))
            .correlationId("a.b_c-D")
            .metadata(Map.of("a.b", UnusualText.ANY, "$set", "", "plain", "text"))
            .at(NOW.plusMillis(1))
            .build();

    var appended = log.append(event);

    assertThat(appended.event()).isEqualTo(event);
    assertThat(log.after(Scopes.of(ORG), ORG, 0, EVERYTHING)).containsExactly(appended);
  }

  @Test
  void numbersTheEventsOfEachOrganizationFromOne() {
    assertThat(log.append(event(1)).seq()).isEqualTo(1);
    assertThat(log.append(Events.anEvent(2).org(OTHER).build()).seq()).isEqualTo(1);
    assertThat(log.append(event(3)).seq()).isEqualTo(2);

    assertThat(log.newest(ORG)).isEqualTo(2);
    assertThat(log.oldest(ORG)).isEqualTo(1);
    assertThat(log.newest(OTHER)).isEqualTo(1);
  }

  @Test
  void givesAnEventThatIsThereItsNumberAgain() {
    var first = log.append(event(1));
    log.append(event(2));

    assertThat(log.append(event(1))).isEqualTo(first);

    assertThat(log.newest(ORG)).isEqualTo(2);
  }

  @Test
  void readsOnAfterANumber() {
    appendUpTo(5);

    assertThat(log.after(Scopes.of(ORG), ORG, 2, EVERYTHING))
        .extracting(LoggedEvent::seq)
        .containsExactly(3L, 4L, 5L);
    assertThat(log.after(Scopes.of(ORG), ORG, 2, 2))
        .extracting(LoggedEvent::seq)
        .containsExactly(3L, 4L);
    assertThat(log.after(Scopes.of(ORG), ORG, 5, EVERYTHING)).isEmpty();
    assertThat(log.after(Scopes.of(ORG), ORG, 99, EVERYTHING)).isEmpty();
  }

  @Test
  void showsEventsToTheirOrganizationOnly() {
    appendUpTo(1);

    assertThat(log.after(Scopes.of(OTHER), ORG, 0, EVERYTHING)).isEmpty();
    assertThat(log.after(Scopes.of(), ORG, 0, EVERYTHING)).isEmpty();
    assertThat(log.after(Scopes.everything(), ORG, 0, EVERYTHING)).hasSize(1);
    assertThat(Paging.first(page -> log.list(Scopes.of(OTHER), EventQuery.ofOrg(ORG), page)))
        .isEmpty();
    assertThat(Paging.first(page -> log.list(Scopes.everything(), EventQuery.ofOrg(ORG), page)))
        .hasSize(1);
  }

  @Test
  void listsNewestFirst() {
    appendUpTo(5);

    for (var limit = 1; limit <= 6; limit++) {
      assertThat(Paging.all(limit, page -> log.list(Scopes.of(ORG), EventQuery.ofOrg(ORG), page)))
          .extracting(LoggedEvent::seq)
          .containsExactly(5L, 4L, 3L, 2L, 1L);
    }
  }

  @Test
  void chainsTheHashes() {
    appendUpTo(2);
    var other = eventLog();
    other.append(event(9));
    other.append(event(2));

    var here = log.after(Scopes.of(ORG), ORG, 1, 1).getFirst();
    var there = other.after(Scopes.of(ORG), ORG, 1, 1).getFirst();
    assertThat(here.event()).isEqualTo(there.event());
    assertThat(here.hash()).isNotEqualTo(there.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void removesTheOldestAndKeepsTheRestDense() {
    IntStream.rangeClosed(1, 5)
        .forEach(number -> log.append(Events.anEvent(number).at(NOW.plusMillis(number)).build()));
    log.append(Events.anEvent(6).org(OTHER).at(NOW.plusMillis(9)).build());
    var kept = log.after(Scopes.of(ORG), ORG, 2, EVERYTHING);

    assertThat(log.remove(NOW.plusMillis(3))).isEqualTo(2);

    assertThat(log.oldest(ORG)).isEqualTo(3);
    assertThat(log.newest(ORG)).isEqualTo(5);
    assertThat(log.after(Scopes.of(ORG), ORG, 0, EVERYTHING)).isEqualTo(kept);
    assertThat(log.newest(OTHER)).isEqualTo(1);
    assertThat(log.remove(NOW.plusMillis(3))).isZero();
  }

  @Test
  void leavesNoGapWhenTimesAndNumbersDisagree() {
    log.append(Events.anEvent(1).at(NOW).build());
    log.append(Events.anEvent(2).at(NOW.plusMillis(5)).build());
    log.append(Events.anEvent(3).at(NOW.plusMillis(1)).build());

    assertThat(log.remove(NOW.plusMillis(3))).isEqualTo(1);

    assertThat(log.after(Scopes.of(ORG), ORG, 0, EVERYTHING))
        .extracting(LoggedEvent::seq)
        .containsExactly(2L, 3L);
  }

  @Test
  void neverUsesANumberAgain() {
    appendUpTo(3);
    log.remove(NOW.plusSeconds(1));

    var next = log.append(Events.anEvent(4).at(NOW.plusSeconds(2)).build());

    assertThat(next.seq()).isEqualTo(4);
    assertThat(log.newest(ORG)).isEqualTo(4);
    assertThat(next).isEqualTo(replayed(4).getLast());
  }

  private List<LoggedEvent> replayed(int upTo) {
    var other = eventLog();
    IntStream.range(1, upTo).forEach(number -> other.append(event(number)));
    other.append(Events.anEvent(upTo).at(NOW.plusSeconds(2)).build());
    return other.after(Scopes.of(ORG), ORG, 0, EVERYTHING);
  }

  private void appendUpTo(int number) {
    IntStream.rangeClosed(1, number).forEach(each -> log.append(event(each)));
  }

  private static Event event(int number) {
    return Events.anEvent(number).build();
  }
}
