package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.HERE;
import static eu.eutlas.domain.cluster.ClusterFixture.relayed;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From where a cluster is reached: changed by people, put right, and over by itself. */
final class AccessChangeTest {
  private static final Instant END = secondsLater(100);
  private static final Cidr OFFICE = new Cidr("192.0.2.0/24");
  private static final Cidr GUEST = new Cidr("198.51.100.7/32");

  private final Cluster open = admitting(ClusterFixture.ready(), entry(OFFICE, Optional.empty()));

  @Test
  void isDoneWhenTheDataPlaneShowsIt() {
    var ordered = add(ClusterFixture.ready(), entry(OFFICE, Optional.empty()));

    var step = look(ordered, List.of(), NOW);
    assertThat(ordered.state().name()).isEqualTo(ClusterState.Name.UPDATING);
    assertThat(ordered.spec().generation()).isEqualTo(ClusterFixture.GENERATION);
    assertThat(step.next().running().orElseThrow().step()).isEqualTo(OperationStep.ADMITTING);
    assertThat(step.actions())
        .containsExactly(new Action.Admit(ordered.id(), ordered.spec().region(), List.of(OFFICE)));

    var done = look(relayed(step.next()), List.of(OFFICE), NOW).next();
    assertThat(done.state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(done.outbox().events())
        .extracting(Event::type, Event::message)
        .containsExactly(
            tuple(
                EventType.CLUSTER_ACCESS_CHANGED,
                "Cluster shop can be reached from 192.0.2.0/24 now."));
  }

  @Test
  void takesAnEntryAway() {
    var ordered =
        AccessChange.remove(open, OFFICE, operation(), turn(NOW)).map(ClusterFixture::relayed);

    assertThat(look(ordered.orElseThrow(), List.of(OFFICE), NOW).actions())
        .containsExactly(new Action.Admit(open.id(), open.spec().region(), List.of()));
  }

  @Test
  void changesWhatIsNotedOfARange() {
    var noted = new AccessEntry(OFFICE, new AccessComment("the office"), Optional.of(END));

    assertThat(add(open, noted).spec().access().entries()).containsExactly(noted);
  }

  @Test
  void refusesWhatIsThereAlready() {
    assertThat(refusal(open, entry(OFFICE, Optional.empty())))
        .isEqualTo(RefusalCode.ACCESS_UNCHANGED);
    assertThat(code(AccessChange.remove(open, GUEST, operation(), turn(NOW))))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void refusesWhatHasEndedAlready() {
    assertThat(refusal(open, entry(GUEST, Optional.of(NOW))))
        .isEqualTo(RefusalCode.INVALID_REQUEST);
  }

  @Test
  void refusesMoreThanAListHolds() {
    var full =
        IntStream.range(0, AccessList.MOST)
            .mapToObj(number -> entry(new Cidr("10.0.0." + number + "/32"), Optional.empty()))
            .toList();
    var cluster = open.with(new AccessList(full));

    assertThat(refusal(cluster, entry(GUEST, Optional.empty())))
        .isEqualTo(RefusalCode.ACCESS_LIST_FULL);
    assertThat(refusal(ClusterFixture.paused(), entry(GUEST, Optional.empty())))
        .isEqualTo(RefusalCode.NOT_READY);
  }

  @Test
  void isPutRightAndToldWhenSomebodyElseChangesIt() {
    var drifted = look(open, List.of(GUEST, OFFICE), NOW);

    assertThat(drifted.next().state().name()).isEqualTo(ClusterState.Name.DEGRADED);
    assertThat(drifted.actions())
        .containsExactly(new Action.Admit(open.id(), open.spec().region(), List.of(OFFICE)));
    assertThat(look(drifted.next(), List.of(OFFICE), NOW).next().state().name())
        .isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void asksNothingOfARegionThatKeepsNobodyOut() {
    var seen =
        new ClusterObservation.Running(ClusterFixture.GENERATION, HERE, new UsersTrial.NotTried());

    assertThat(ClusterLifecycle.step(open, seen, turn(NOW)).actions()).isEmpty();
  }

  @Test
  void anEntryEndsInSilenceAndIsToldOnce() {
    var guests = admitting(open, entry(GUEST, Optional.of(END)));
    assertThat(guests.status().lookAgainAt()).contains(END);

    var step = look(guests, List.of(OFFICE, GUEST), END);
    assertThat(step.next().state()).isEqualTo(guests.state());
    assertThat(step.next().outbox().isEmpty()).isTrue();
    assertThat(step.actions())
        .containsExactly(new Action.Admit(open.id(), open.spec().region(), List.of(OFFICE)));

    var over = look(step.next(), List.of(OFFICE), END.plusSeconds(1)).next();
    assertThat(over.spec().access().entries()).containsExactly(entry(OFFICE, Optional.empty()));
    assertThat(over.revision()).isEqualTo(guests.revision());
    assertThat(over.status().lookAgainAt()).isEmpty();
    assertThat(over.outbox().events())
        .extracting(Event::type, Event::message)
        .containsExactly(
            tuple(
                EventType.CLUSTER_ACCESS_EXPIRED,
                "The access of 198.51.100.7/32 to cluster shop has ended."));
    assertThat(look(over, List.of(OFFICE), END.plusSeconds(2)).next()).isEqualTo(over);
  }

  private static Cluster admitting(Cluster cluster, AccessEntry entry) {
    var ordered = relayed(add(cluster, entry));
    return relayed(look(ordered, ordered.spec().access().ranges(), NOW).next());
  }

  private static Cluster add(Cluster cluster, AccessEntry entry) {
    return AccessChange.add(cluster, entry, operation(), turn(NOW)).orElseThrow();
  }

  private static RefusalCode refusal(Cluster cluster, AccessEntry entry) {
    return code(AccessChange.add(cluster, entry, operation(), turn(NOW)));
  }

  private static RefusalCode code(Outcome<Cluster> outcome) {
    return switch (outcome) {
      case Outcome.Refused<Cluster>(Refusal refusal) -> refusal.code();
      case Outcome.Done<Cluster> done -> throw new AssertionError(done);
    };
  }

  private static AccessEntry entry(Cidr range, Optional<Instant> end) {
    return new AccessEntry(range, AccessComment.NONE, end);
  }

  private static Operation operation() {
    return Given.operation(OperationType.CHANGE_ACCESS_LIST, 0xac, NOW, Duration.ofMinutes(15));
  }

  private static Step look(Cluster cluster, List<Cidr> admitted, Instant now) {
    var seen =
        new ClusterObservation.Running(
                ClusterFixture.GENERATION, HERE, new UsersTrial.Proved(Optional.empty()))
            .admitting(admitted);
    return ClusterLifecycle.step(cluster, seen, turn(now));
  }
}
