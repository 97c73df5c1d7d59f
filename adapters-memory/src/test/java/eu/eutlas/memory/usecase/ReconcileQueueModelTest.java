package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.ReconcileQueue.Taken;
import eu.eutlas.application.operation.Work;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The queue under any sequence of calls, against what it promises, told as simply as can be. */
final class ReconcileQueueModelTest {
  /** What may be done to the queue. */
  enum Kind {
    NUDGE,
    LATER,
    POLL,
    DONE,
    WAIT
  }

  record Call(Kind kind, int work, Lane lane, int seconds) {}

  /** What is wanted, since when in which lane, and what is under way. */
  private static final class Model {
    private final Set<Work> wanted = new HashSet<>();
    private final Set<Work> underway = new HashSet<>();
    private final Map<Work, Instant> alarms = new HashMap<>();
    private final Map<Work, Instant> afterwards = new HashMap<>();

    void alarm(Work work, Instant at) {
      var alarm = alarms.get(work);
      if (alarm == null || at.isBefore(alarm)) {
        alarms.put(work, at);
      } else if (at.isAfter(alarm)) {
        afterwards.put(work, at);
      }
    }

    void ring(Instant now) {
      var due = alarms.keySet().stream().filter(work -> !now.isBefore(alarms.get(work))).toList();
      for (var work : due) {
        wanted.add(work);
        alarms.remove(work);
        Optional.ofNullable(afterwards.remove(work)).ifPresent(at -> alarms.put(work, at));
      }
      if (!due.isEmpty()) {
        ring(now);
      }
    }

    Optional<Instant> last() {
      return Stream.of(alarms, afterwards)
          .flatMap(all -> all.values().stream())
          .max(Comparator.naturalOrder());
    }

    boolean hasReady() {
      return wanted.stream().anyMatch(work -> !underway.contains(work));
    }
  }

  @Provide
  Arbitrary<List<Call>> calls() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(Lane.class),
            Arbitraries.integers().between(0, 5))
        .as(Call::new)
        .list()
        .ofMaxSize(80);
  }

  @Property
  void behavesAsItsModel(@ForAll("calls") List<Call> calls) {
    var clock = new PinnedClock();
    var queue = new ReconcileQueue(clock);
    var model = new Model();
    for (var call : calls) {
      apply(call, clock, queue, model);
    }
    settle(clock, queue, model);
  }

  private static void apply(Call call, PinnedClock clock, ReconcileQueue queue, Model model) {
    var work = work(call.work());
    switch (call.kind()) {
      case NUDGE -> {
        queue.nudge(work, call.lane());
        model.wanted.add(work);
      }
      case LATER -> {
        var at = clock.instant().plusSeconds(call.seconds());
        queue.later(work, at, call.lane());
        model.alarm(work, at);
      }
      case POLL -> poll(clock, queue, model);
      case DONE -> {
        if (model.underway.remove(work)) {
          queue.done(work);
        }
      }
      case WAIT -> clock.move(Duration.ofSeconds(call.seconds()));
    }
    // An alarm that was moved forward may ring for nothing later; none is ever missed.
    assertThat(model.alarms.values())
        .allMatch(at -> queue.nextAlarm().filter(next -> !next.isAfter(at)).isPresent());
  }

  /** What is taken was wanted and not under way; nothing is taken only when nothing is ready. */
  private static Optional<Taken> poll(PinnedClock clock, ReconcileQueue queue, Model model) {
    model.ring(clock.instant());
    var taken = queue.poll();
    assertThat(taken.isPresent()).isEqualTo(model.hasReady());
    taken
        .map(Taken::work)
        .ifPresent(work -> {
          assertThat(model.wanted.remove(work)).isTrue();
          assertThat(model.underway.add(work)).isTrue();
        });
    return taken;
  }

  /** In the end everything that was wanted is given out, and nothing else. */
  private static void settle(PinnedClock clock, ReconcileQueue queue, Model model) {
    model.last().ifPresent(clock::set);
    Set.copyOf(model.underway).forEach(queue::done);
    model.underway.clear();
    while (poll(clock, queue, model).isPresent()) {
      Set.copyOf(model.underway).forEach(queue::done);
      model.underway.clear();
    }
    assertThat(model.wanted).isEmpty();
    assertThat(queue.size()).isEqualTo(0);
  }

  @Property
  void theBackgroundWaitsForFourPeopleAtMost(@ForAll("calls") List<Call> calls) {
    var clock = new PinnedClock();
    var queue = new ReconcileQueue(clock);
    queue.nudge(work(99), Lane.BACKGROUND);
    var before = 0;
    for (var call : calls) {
      queue.nudge(work(call.work()), Lane.PEOPLE);
      var taken = queue.poll().orElseThrow().work();
      if (taken.equals(work(99))) {
        break;
      }
      queue.done(taken);
      before++;
    }
    assertThat(before).isLessThanOrEqualTo(4);
  }

  private static Work work(int number) {
    return new Work.Pass(Clusters.id(number));
  }
}
