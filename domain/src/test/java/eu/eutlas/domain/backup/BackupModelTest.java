package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** A backup under any sequence of attempts, wishes and looks, against a small model. */
final class BackupModelTest {
  private static final Retention KEPT = new Retention(7, 3);
  private static final Duration READING = Duration.ofHours(6);

  /** Something that happens to a backup after so many seconds. */
  record Move(Kind kind, long seconds, double jitter) {}

  /** What may happen. */
  enum Kind {
    RUN,
    PROGRESS,
    COMPLETE,
    FAIL_FOR_NOW,
    FAIL_FOR_GOOD,
    GIVE_UP,
    SETTLE,
    TEND,
    TEND_NEWEST,
    HOLD,
    RELEASE,
    DOWNLOAD,
    DELETE,
    RELAY
  }

  @Provide
  Arbitrary<List<Move>> lives() {
    var kinds =
        Arbitraries.frequency(
            Tuple.of(8, Kind.RUN),
            Tuple.of(3, Kind.PROGRESS),
            Tuple.of(4, Kind.COMPLETE),
            Tuple.of(5, Kind.FAIL_FOR_NOW),
            Tuple.of(1, Kind.FAIL_FOR_GOOD),
            Tuple.of(1, Kind.GIVE_UP),
            Tuple.of(3, Kind.SETTLE),
            Tuple.of(8, Kind.TEND),
            Tuple.of(3, Kind.TEND_NEWEST),
            Tuple.of(3, Kind.HOLD),
            Tuple.of(2, Kind.RELEASE),
            Tuple.of(3, Kind.DOWNLOAD),
            Tuple.of(2, Kind.DELETE),
            Tuple.of(4, Kind.RELAY));
    var seconds =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(0L, 1L, 60L)),
            Tuple.of(2, Arbitraries.of(READING.toSeconds() - 1, READING.toSeconds())),
            Tuple.of(2, Arbitraries.of(7L * 86_400 - 1, 7L * 86_400, 30L * 86_400)));
    return Combinators.combine(kinds, seconds, Arbitraries.of(0.0, 0.5, 1.0))
        .as(Move::new)
        .list()
        .ofMaxSize(50);
  }

  @Property
  void behavesAsItsModel(@ForAll("lives") List<Move> life) {
    var world = new World();
    var model = new BackupModel();

    for (var move : life) {
      var outcome = world.apply(move);
      var refusal = model.apply(move.kind(), world.now);

      assertThat(refusal.isPresent() ? Given.refusalOf(outcome).code() : null)
          .isEqualTo(refusal.orElse(null));
      assertThat(world.backup.state().name()).isEqualTo(model.state());
      assertThat(world.backup.tries().count()).isEqualTo(model.tries());
      assertThat(world.told()).extracting(Event::type).isEqualTo(model.told());
    }
  }

  @Property
  void isLookedAtAgainWhateverHappens(@ForAll("lives") List<Move> life) {
    var world = new World();

    for (var move : life) {
      world.apply(move);

      assertThat(world.backup.lookAgainAt()).isPresent();
    }
  }

  @Property
  void endsIfItIsOnlyTried(@ForAll("lives") List<Move> life) {
    var world = new World();
    life.forEach(world::apply);

    for (var attempt = 0; attempt < 5; attempt++) {
      world.apply(new Move(Kind.RUN, 1, 0.5));
      world.apply(new Move(Kind.FAIL_FOR_NOW, 1, 0.5));
    }

    assertThat(world.backup.isUnderWay()).isFalse();
  }

  @Property
  void whatIsHeldOrReadIsNeverRemovable(@ForAll("lives") List<Move> life) {
    var world = new World();

    for (var move : life) {
      var before = world.backup;
      world.apply(move);

      var held = before.keeping().hold().isPresent();
      assertThat(held && world.backup.state() instanceof BackupState.Deleting).isFalse();
      assertThat(world.backup.keeping().isRead(world.now) && world.backup.isRemovable(world.now))
          .isFalse();
    }
  }

  @Property
  void onlyPeopleRaiseTheRevision(@ForAll("lives") List<Move> life) {
    var world = new World();

    for (var move : life) {
      var before = world.backup.revision();
      world.apply(move);

      var byPeople =
          switch (move.kind()) {
            case HOLD, RELEASE, DELETE -> true;
            case RUN,
                PROGRESS,
                COMPLETE,
                FAIL_FOR_NOW,
                FAIL_FOR_GOOD,
                GIVE_UP,
                SETTLE,
                TEND,
                TEND_NEWEST,
                DOWNLOAD,
                RELAY ->
                false;
          };
      assertThat(byPeople || world.backup.revision().equals(before)).isTrue();
    }
  }

  @Test
  void attemptsThatCannotEvenBeginAreCounted() {
    var world = new World();

    for (var attempt = 0; attempt < 5; attempt++) {
      world.apply(new Move(Kind.FAIL_FOR_NOW, 900, 0.5));
    }

    assertThat(world.backup.state()).isInstanceOf(BackupState.Failed.class);
    assertThat(world.told()).hasSize(1);
  }

  @Test
  void pausesLongerWithEachAttempt() {
    var world = new World();

    for (var minutes : List.of(1, 2, 4, 8)) {
      world.apply(new Move(Kind.FAIL_FOR_NOW, 1, 0.5));
      assertThat(world.backup.lookAgainAt()).contains(world.now.plusSeconds(minutes * 60L));
    }
  }

  @Test
  void eachAttemptWritesToAPlaceOfItsOwnWithAKeyOfItsOwn() {
    var backup = aBackup().run(new SealedSecret("one"), Given.NOW);

    var again =
        backup
            .attemptFailed(error(FailureClass.TRANSIENT), turn(Given.NOW, 1, 0.5))
            .run(new SealedSecret("two"), Given.NOW);

    assertThat(again.tries().count()).isEqualTo(backup.tries().count() + 1);
    assertThat(again.tries().dataKey()).contains(new SealedSecret("two"));
  }

  /** A backup with a clock, event ids and a memory of what it told. */
  private static final class World {
    private final List<Event> relayed = new ArrayList<>();
    private Backup backup = aBackup();
    private Instant now = Given.NOW;
    private int ids = 0x1000;

    List<Event> told() {
      return Stream.concat(relayed.stream(), backup.outbox().events().stream()).toList();
    }

    Outcome<Backup> apply(Move move) {
      now = now.plusSeconds(move.seconds());
      var turn = turn(now, ids++, move.jitter());
      var outcome =
          switch (move.kind()) {
            case RUN -> Outcome.done(isQueued() ? backup.run(key(), now) : backup);
            case PROGRESS -> Outcome.done(backup.progress(1, 2, 3, now));
            case COMPLETE -> Outcome.done(backup.complete(contents(), KEPT, turn));
            case FAIL_FOR_NOW ->
                Outcome.done(backup.attemptFailed(error(FailureClass.TRANSIENT), turn));
            case FAIL_FOR_GOOD ->
                Outcome.done(backup.attemptFailed(error(FailureClass.PERMANENT), turn));
            case GIVE_UP -> Outcome.done(backup.giveUp(error(FailureClass.PERMANENT), turn));
            case SETTLE -> Outcome.done(backup.isUnderWay() ? backup : backup.settled());
            case TEND -> Outcome.done(isTended() ? backup.tend(false, turn) : backup);
            case TEND_NEWEST -> Outcome.done(isTended() ? backup.tend(true, turn) : backup);
            case HOLD -> hold(Optional.of(new Hold(now, new Hold.Reason("An audit."))), turn);
            case RELEASE -> hold(Optional.empty(), turn);
            case DOWNLOAD -> download(turn);
            case DELETE -> backup.delete(Given.person(), turn);
            case RELAY -> Outcome.done(relay());
          };
      if (outcome instanceof Outcome.Done<Backup>(var next)) {
        backup = next;
      }
      return outcome;
    }

    private boolean isQueued() {
      return backup.state() instanceof BackupState.Queued;
    }

    private boolean isTended() {
      return !backup.isUnderWay() && !(backup.state() instanceof BackupState.Deleting);
    }

    private Outcome<Backup> hold(Optional<Hold> wanted, Turn turn) {
      return backup.usable().map(contents -> backup.hold(wanted, Given.person(), turn));
    }

    private Outcome<Backup> download(Turn turn) {
      return backup
          .usable()
          .map(contents -> backup.download(now.plus(READING), Given.person(), turn));
    }

    private Backup relay() {
      relayed.addAll(backup.outbox().events());
      return new Backup(
          backup.id(),
          backup.order(),
          backup.state(),
          backup.tries(),
          backup.keeping(),
          Outbox.EMPTY,
          backup.lookAgainAt(),
          backup.updatedAt(),
          backup.revision(),
          backup.version());
    }
  }

  private static SealedSecret key() {
    return new SealedSecret("sealed key");
  }

  private static Turn turn(Instant now, int number, double jitter) {
    return new Turn(now, new EventId(Given.hex(number)), jitter);
  }

  private static OperationError error(FailureClass failureClass) {
    return new OperationError(failureClass, "CODE", "It failed.");
  }

  private static Contents contents() {
    var hash = new Sha256("0".repeat(64));
    return new Contents(Given.NOW, 10, hash, 1, 2, 30, "7.0.14", Consistency.SNAPSHOT);
  }

  private static Backup aBackup() {
    return Backup.request(
        new BackupId(Given.hex(0xb1)),
        new BackupOrder(
            Given.ORG,
            Given.PROJECT,
            Given.CLUSTER,
            new ClusterName("shop"),
            new RegionId("local"),
            BackupTrigger.MANUAL,
            Initiator.of(Given.person()),
            Given.CORRELATION,
            Optional.empty(),
            Given.NOW));
  }
}
