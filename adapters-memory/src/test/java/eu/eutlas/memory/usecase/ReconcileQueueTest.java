package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.ReconcileQueue.Taken;
import eu.eutlas.application.operation.Work;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ReconcileQueueTest {
  private final PinnedClock clock = new PinnedClock();
  private final ReconcileQueue queue = new ReconcileQueue(clock);

  @Test
  void givesOutWhatWasNudgedInOrder() {
    people(1, 2, 3);

    assertThat(drained()).containsExactly(1, 2, 3);
  }

  @Test
  void whatIsNudgedTwiceIsDoneOnce() {
    people(1, 1);
    background(1);

    assertThat(drained()).containsExactly(1);
  }

  @Test
  void aPieceOfWorkIsUnderWayOnce() {
    people(1);
    var first = poll();
    people(1);

    assertThat(poll()).isEmpty();

    queue.done(first.orElseThrow().work());
    assertThat(numberOf(poll())).isEqualTo(1);
  }

  @Test
  void whatIsNotNudgedMeanwhileIsDoneWithIt() {
    people(1);

    queue.done(poll().orElseThrow().work());

    assertThat(poll()).isEmpty();
    assertThat(queue.size()).isEqualTo(0);
  }

  @Test
  void peopleGoBeforeTheBackground() {
    background(1, 2);
    people(3);

    assertThat(drained()).containsExactly(3, 1, 2);
  }

  @Test
  void theBackgroundHasItsTurnAfterFourPeople() {
    background(11, 12);
    people(1, 2, 3, 4, 5, 6, 7, 8, 9);

    assertThat(drained()).containsExactly(1, 2, 3, 4, 11, 5, 6, 7, 8, 12, 9);
  }

  @Test
  void aSignalIsAsUrgentAsWhatWaitsForIt() {
    var soon = clock.instant().plusSeconds(1);
    queue.later(work(2), soon, Lane.PEOPLE);
    queue.later(work(3), soon, Lane.BACKGROUND);
    for (var number : List.of(1, 3, 2)) {
      queue.signal(work(number));
    }

    assertThat(drained()).containsExactly(2, 1, 3);
  }

  @Test
  void workThatAPersonWantsTooMovesUp() {
    background(1, 2);
    people(2);

    assertThat(drained()).containsExactly(2, 1);
  }

  @Test
  void workThatAPersonWantsStaysUpWhenTheBackgroundWantsItToo() {
    people(1);
    background(2, 1);

    assertThat(drained()).containsExactly(1, 2);
  }

  @Test
  void delayedWorkComesWhenItIsDueAndNotBefore() {
    later(1, 10);

    clock.move(Duration.ofSeconds(10).minusMillis(1));
    assertThat(poll()).isEmpty();
    clock.move(Duration.ofMillis(1));

    assertThat(drained()).containsExactly(1);
  }

  @Test
  void ofSeveralAlarmsTheEarliestCounts() {
    later(1, 10);
    later(1, 5);
    later(1, 7);

    assertThat(queue.nextAlarm()).contains(PinnedClock.START.plusSeconds(5));
    clock.move(Duration.ofSeconds(20));
    assertThat(drained()).containsExactly(1);
  }

  @Test
  void aLaterAlarmOutlastsTheEarlierOne() {
    due(1, 2);
    due(1, 60);

    clock.move(Duration.ofSeconds(2));
    assertThat(drained()).containsExactly(1);
    clock.move(Duration.ofSeconds(57));
    assertThat(drained()).isEmpty();
    clock.move(Duration.ofSeconds(1));

    assertThat(drained()).containsExactly(1);
    assertThat(queue.nextAlarm()).isEmpty();
  }

  @Test
  void ofSeveralLaterAlarmsTheNewestWordCounts() {
    due(1, 2);
    due(1, 60);
    due(1, 30);
    due(1, 40);

    clock.move(Duration.ofSeconds(2));
    assertThat(drained()).containsExactly(1);

    assertThat(queue.nextAlarm()).contains(PinnedClock.START.plusSeconds(40));
    clock.move(Duration.ofMinutes(2));
    assertThat(drained()).containsExactly(1);
    assertThat(queue.nextAlarm()).isEmpty();
  }

  @Test
  void anAlarmThatWasSetAgainAfterItRangRingsAgain() {
    later(1, 10);
    later(1, 5);
    clock.move(Duration.ofSeconds(5));
    assertThat(drained()).containsExactly(1);

    queue.later(work(1), PinnedClock.START.plusSeconds(10), Lane.PEOPLE);
    clock.move(Duration.ofSeconds(5));

    assertThat(drained()).containsExactly(1);
  }

  @Test
  void anAlarmThatRingsWhileTheWorkIsUnderWayIsNotLost() {
    people(1);
    var underway = poll();
    later(1, 1);
    clock.move(Duration.ofSeconds(1));
    assertThat(poll()).isEmpty();

    queue.done(underway.orElseThrow().work());

    assertThat(drained()).containsExactly(1);
  }

  @Test
  void tellsHowLongWorkHasWaitedSinceItWasDue() {
    later(1, 10);
    clock.move(Duration.ofSeconds(13));

    assertThat(poll().map(Taken::waited)).contains(Duration.ofSeconds(3));
  }

  @Test
  void manyWorkersDoEachPieceOneAtATimeAndLoseNothing() {
    var rounds = 2_000;
    var underway = new ConcurrentHashMap<Work, AtomicInteger>();
    var wanted = new ConcurrentHashMap<Work, Instant>();
    var together = Collections.synchronizedList(new ArrayList<Work>());

    Race.run(
        4,
        worker -> {
          for (var round = 0; round < rounds; round++) {
            var nudged = work(1 + (round + worker) % 3);
            wanted.put(nudged, Instant.EPOCH);
            queue.nudge(nudged, round % 2 == 0 ? Lane.PEOPLE : Lane.BACKGROUND);
            work(underway, wanted, together);
          }
          return worker;
        });
    var left = 0;
    while (queue.size() > 0) {
      work(underway, wanted, together);
      assertThat(++left).isLessThan(10);
    }

    assertThat(together).isEmpty();
    assertThat(wanted).isEmpty();
  }

  /**
   * Takes a piece of work, looks at what is wanted of it, and notes when somebody else does too.
   */
  private void work(
      Map<Work, AtomicInteger> underway, Map<Work, Instant> wanted, List<Work> together) {
    queue
        .poll()
        .ifPresent(taken -> {
          var count = underway.computeIfAbsent(taken.work(), any -> new AtomicInteger());
          if (count.incrementAndGet() > 1) {
            together.add(taken.work());
          }
          wanted.remove(taken.work());
          count.decrementAndGet();
          queue.done(taken.work());
        });
  }

  @Test
  void aWorkerThatWaitsIsWokenByANudge() {
    var taken =
        Race.run(
            2,
            runner -> {
              if (runner == 0) {
                people(1);
                return Optional.<Taken>empty();
              }
              return Optional.of(take());
            });

    assertThat(taken.get(1).map(Taken::work)).contains(work(1));
  }

  private Taken take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for work.", e);
    }
  }

  private void people(int... numbers) {
    for (var number : numbers) {
      queue.nudge(work(number), Lane.PEOPLE);
    }
  }

  private void background(int... numbers) {
    for (var number : numbers) {
      queue.nudge(work(number), Lane.BACKGROUND);
    }
  }

  private void later(int number, int seconds) {
    queue.later(work(number), PinnedClock.START.plusSeconds(seconds), Lane.PEOPLE);
  }

  private void due(int number, int seconds) {
    queue.due(work(number), PinnedClock.START.plusSeconds(seconds), Lane.PEOPLE);
  }

  private Optional<Taken> poll() {
    return queue.poll();
  }

  private List<Integer> drained() {
    var numbers = new ArrayList<Integer>();
    for (var taken = poll(); taken.isPresent(); taken = poll()) {
      numbers.add(numberOf(taken));
      queue.done(taken.get().work());
    }
    return numbers;
  }

  private static Work work(int number) {
    return new Work.Pass(Clusters.id(number));
  }

  private static int numberOf(Optional<Taken> taken) {
    var pass = (Work.Pass) taken.orElseThrow().work();
    return HexIds.numberOf(pass.cluster().value());
  }
}
