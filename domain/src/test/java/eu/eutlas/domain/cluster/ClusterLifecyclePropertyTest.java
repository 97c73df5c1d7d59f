package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterFixture.relayed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for one step of any cluster that ever was, whatever is seen and whenever. */
final class ClusterLifecyclePropertyTest {
  private static final Set<ClusterState.Name> SERVING_SOON =
      Set.of(
          ClusterState.Name.CREATING,
          ClusterState.Name.UPDATING,
          ClusterState.Name.RESUMING,
          ClusterState.Name.RESTORING,
          ClusterState.Name.DEGRADED);

  /** A look at a cluster with any past, perhaps after its password or size has changed. */
  record Look(
      Stage stage, List<Move> past, Seen seen, int seconds, long generation, int usersVersion) {

    Look at(Seen other) {
      return new Look(stage, past, other, seconds, generation, usersVersion);
    }

    Look after(Duration time) {
      return new Look(stage, past, seen, (int) time.toSeconds(), generation, usersVersion);
    }

    Looked happen() {
      var world = ClusterWorld.after(stage.cluster(), past);
      var present = world.cluster().spec().generation();
      var wanted =
          ClusterFixture.spec(present + generation - ClusterFixture.GENERATION, usersVersion);
      var before = ClusterFixture.wanting(world.cluster(), wanted);
      var turn = world.turn(seconds, 0.5);
      var observation = seen.observation(present);
      return new Looked(
          before, observation, turn, ClusterLifecycle.step(before, observation, turn));
    }
  }

  record Looked(Cluster before, ClusterObservation seen, Turn turn, Step step) {

    Cluster next() {
      return step.next();
    }

    ClusterState.Name from() {
      return before.state().name();
    }

    ClusterState.Name to() {
      return next().state().name();
    }
  }

  @Provide
  Arbitrary<Look> looks() {
    return Combinators.combine(
            Arbitraries.of(Stage.class),
            Move.any().list().ofMaxSize(5),
            Move.anySeen(),
            Arbitraries.of(0, 1, 59, 60, 899, 900, 1800, 3600, 86_400, -5),
            Arbitraries.of(3L, 3L, 3L, 3L, 3L, 4L),
            Arbitraries.of(1, 1, 1, 1, 2))
        .as(Look::new);
  }

  @Property
  void everyLookHasAnAnswerAndAlwaysTheSame(@ForAll("looks") Look look) {
    assertThat(look.happen().step()).isEqualTo(look.happen().step());
  }

  @Property
  void nothingWaitsWithoutATimeToLookAgain(@ForAll("looks") Look look) {
    var looked = look.happen();

    switch (looked.to()) {
      case CREATING, UPDATING, PAUSING, RESUMING, RESTORING, DELETING -> {
        assertThat(looked.next().status().lookAgainAt()).isPresent();
        assertThat(looked.next().running()).isPresent();
      }
      case DEGRADED, FAILED -> assertThat(looked.next().status().lookAgainAt()).isPresent();
      case PAUSED -> {
        assertThat(looked.next().running()).isEmpty();
        assertThat(looked.next().status().lookAgainAt().isPresent())
            .isEqualTo(((ClusterState.Paused) looked.next().state()).drift().isPresent());
      }
      case READY, DELETED -> assertThat(looked.next().running()).isEmpty();
    }
  }

  @Property
  void noTimeToLookAgainLiesInThePast(@ForAll("looks") Look look) {
    var looked = look.happen();

    assertThat(looked.next().status().lookAgainAt().stream())
        .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(looked.turn().now()));
  }

  @Property
  void theSameThingSeenTwiceIsNotLookedAtAtOnceAThirdTime(@ForAll("looks") Look look) {
    var first = look.happen();
    var again = again(first.next(), first);
    // What just became another state may do something new at once.
    var second = first.to() == first.from() ? again : again(again, first);

    assertThat(second.status().lookAgainAt().stream())
        .allSatisfy(at -> assertThat(at).isAfter(first.turn().now()));
  }

  @Property
  void whatIsDeletedStaysDeletedAndWhatIsGoingNeverComesBack(@ForAll("looks") Look look) {
    var looked = look.happen();

    switch (looked.from()) {
      case DELETED -> assertThat(looked.next().state()).isEqualTo(looked.before().state());
      case DELETING ->
          assertThat(looked.to())
              .isIn(
                  ClusterState.Name.DELETING, ClusterState.Name.DELETED, ClusterState.Name.FAILED);
      case CREATING, READY, UPDATING, PAUSING, PAUSED, RESUMING, RESTORING, DEGRADED, FAILED ->
          assertThat(looked.to()).isNotNull();
    }
  }

  @Property
  void readyIsOnlyWhatIsProvedForWhatIsWantedAndSeen(@ForAll("looks") Look look) {
    var looked = look.happen();
    if (!(looked.next().state() instanceof ClusterState.Ready(var proof))) {
      return;
    }

    assertThat(looked.next().status().endpoint()).contains(proof.endpoint());
    assertThat(looked.seen())
        .isInstanceOfSatisfying(
            ClusterObservation.Running.class,
            running -> {
              assertThat(running.generation()).isEqualTo(looked.before().spec().generation());
              assertThat(proof.covers(looked.next().spec(), running)).isTrue();
              assertThat(running.users())
                  .isInstanceOfAny(UsersTrial.Proved.class, UsersTrial.NotTried.class);
            });
  }

  @Property
  void anUntriedLoginProvesNothingNew(@ForAll("looks") Look look, @ForAll boolean moved) {
    var looked = look.at(moved ? Seen.MOVED_UNTRIED : Seen.UNTRIED).happen();

    var becameReady =
        looked.to() == ClusterState.Name.READY
            && !looked.next().state().equals(looked.before().state());
    assertThat(becameReady).isFalse();
  }

  @Property
  void noOperationRunsOnAnHourAfterAllThatHappened(@ForAll("looks") Look look) {
    var looked = look.after(ClusterFixture.UPDATE_TAKES).happen();

    assertThat(looked.next().running()).isEmpty();
    assertThat(looked.to())
        .isNotIn(
            ClusterState.Name.CREATING,
            ClusterState.Name.UPDATING,
            ClusterState.Name.PAUSING,
            ClusterState.Name.RESUMING,
            ClusterState.Name.RESTORING,
            ClusterState.Name.DELETING);
  }

  @Property
  void pausedOnlyBecomesWhatIsStoppedAsWanted(@ForAll("looks") Look look) {
    var looked = look.happen();
    var wanted = looked.before().spec().generation();

    if (looked.to() == ClusterState.Name.PAUSED && looked.from() != ClusterState.Name.PAUSED) {
      assertThat(looked.seen()).isEqualTo(new ClusterObservation.Stopped(wanted));
    }
    if (looked.next().state() instanceof ClusterState.Paused(var since, var drift)) {
      assertThat(drift.isEmpty())
          .isEqualTo(looked.seen().equals(new ClusterObservation.Stopped(wanted)));
    }
  }

  @Property
  void whatIsPausedIsNotStartedByLooking(@ForAll("looks") Look look) {
    var looked = look.happen();

    if (looked.from() == ClusterState.Name.PAUSED) {
      assertThat(looked.to()).isEqualTo(ClusterState.Name.PAUSED);
    }
  }

  @Property
  void oneEventIsToldAtMostUnderTheIdGiven(@ForAll("looks") Look look) {
    var looked = look.happen();
    var before = looked.before().outbox().events();
    var after = looked.next().outbox().events();

    assertThat(after.subList(0, before.size())).isEqualTo(before);
    assertThat(after.subList(before.size(), after.size()))
        .hasSizeLessThanOrEqualTo(1)
        .allSatisfy(event -> assertThat(event.id()).isEqualTo(looked.turn().eventId()));
  }

  @Property
  void aSettledClusterSeenUnchangedHasNothingToWrite(@ForAll("looks") Look look) {
    var settled = look.happen();
    if (settled.next().status().lookAgainAt().isPresent()) {
      return;
    }

    var step =
        ClusterLifecycle.step(
            settled.next(),
            settled.seen(),
            ClusterFixture.turn(settled.turn().now().plusSeconds(1000)));

    assertThat(step).isEqualTo(new Step(settled.next(), List.of()));
  }

  @Property
  void aLookChangesOnlyWhatWeMakeOfTheClusterAndWhatIsTold(@ForAll("looks") Look look) {
    var looked = look.happen();

    var spec = looked.before().spec();
    var next = looked.next().with(looked.before().status()).with(spec.users()).with(spec.access());
    assertThat(relayed(next)).isEqualTo(relayed(looked.before()));
  }

  @Property
  void actionsFitTheStateThatTheyBelongTo(@ForAll("looks") Look look) {
    var looked = look.happen();
    assertThat(looked.step().actions())
        .allSatisfy(action ->
            assertThat(looked.to())
                .isIn(
                    switch (action) {
                      case Action.Provision ignored -> SERVING_SOON;
                      case Action.EnsureUsers ignored -> SERVING_SOON;
                      case Action.Admit ignored -> SERVING_SOON;
                      case Action.Stop ignored ->
                          Set.of(ClusterState.Name.PAUSING, ClusterState.Name.PAUSED);
                      case Action.Deprovision ignored ->
                          Set.of(ClusterState.Name.DELETING, ClusterState.Name.DELETED);
                    }));
  }

  private static Cluster again(Cluster looked, Looked first) {
    return ClusterLifecycle.step(looked, first.seen(), first.turn()).next();
  }
}
