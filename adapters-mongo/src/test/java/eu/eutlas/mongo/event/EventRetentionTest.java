package eu.eutlas.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.event.EventLog;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.mongo.MongoUnderTest;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class EventRetentionTest {
  private static final int MORE_THAN_A_BATCH = 510;
  private static final Instant NOW = PinnedClock.START;
  private static final OrgId ORG = Organizations.id(1);

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();
  private EventLog log;

  @BeforeEach
  void begin() {
    log = mongo.fresh().stores().events();
  }

  @Test
  void removesMoreThanFitsIntoABatch() {
    append(1, MORE_THAN_A_BATCH);

    assertThat(log.remove(after(MORE_THAN_A_BATCH - 1))).isEqualTo(MORE_THAN_A_BATCH - 1);

    assertThat(log.oldest(ORG)).isEqualTo(MORE_THAN_A_BATCH);
    assertThat(log.newest(ORG)).isEqualTo(MORE_THAN_A_BATCH);
  }

  @Test
  void removesFromEveryOrganizationThatHasOldEvents() {
    IntStream.rangeClosed(1, 5)
        .forEach(number ->
            log.append(
                Events.anEvent(number)
                    .org(Organizations.id(number))
                    .at(NOW.plusMillis(number % 2))
                    .build()));

    assertThat(log.remove(after(0))).isEqualTo(2);

    assertThat(IntStream.rangeClosed(1, 5).map(number -> (int) kept(number)))
        .containsExactly(1, 0, 1, 0, 1);
  }

  @Test
  void goesOnCountingWhereNothingIsLeft() {
    append(1, 3);

    log.remove(after(3));

    assertThat(log.oldest(ORG)).isZero();
    assertThat(log.newest(ORG)).isEqualTo(3);
    assertThat(log.append(Events.anEvent(4).build()).seq()).isEqualTo(4);
  }

  @Test
  void staysDenseForReadersWhileTheOldestGo() {
    append(1, 200);
    var removing = new AtomicBoolean(true);

    Race.run(2, runner -> runner == 0 ? removeStepwise(removing) : readWhile(removing));

    assertThat(log.oldest(ORG)).isEqualTo(200);
  }

  @Test
  void takesWhatLiesBeforeAGapAsGone() {
    var logged = append(1, 6);
    var whole = logged.subList(1, 6);
    var broken = List.of(logged.get(0), logged.get(2), logged.get(4), logged.get(5));

    assertThat(MongoEventLog.dense(whole)).isEqualTo(whole);
    assertThat(MongoEventLog.dense(broken)).isEqualTo(logged.subList(4, 6));
    assertThat(MongoEventLog.dense(List.of())).isEmpty();
  }

  private int removeStepwise(AtomicBoolean removing) {
    for (var number = 20; number < 200; number += 20) {
      log.remove(after(number));
    }
    log.remove(after(199));
    removing.set(false);
    return 0;
  }

  private int readWhile(AtomicBoolean removing) {
    while (removing.get()) {
      var read = log.after(Scopes.of(ORG), ORG, 0, 1_000);
      assertThat(read.getLast().seq()).isEqualTo(200);
      assertThat(read).hasSize((int) (201 - read.getFirst().seq()));
    }
    return 1;
  }

  private List<LoggedEvent> append(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> log.append(Events.anEvent(number).at(NOW.plusMillis(number)).build()))
        .toList();
  }

  private long kept(int org) {
    return log.oldest(Organizations.id(org));
  }

  /** A moment after the event with the number and before the next. */
  private static Instant after(int number) {
    return NOW.plusMillis(number + 1);
  }
}
