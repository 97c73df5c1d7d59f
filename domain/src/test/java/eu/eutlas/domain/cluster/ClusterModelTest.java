package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.operation.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cluster under any sequence of commands, observations and failures, against a small model. */
final class ClusterModelTest {

  @Provide
  Arbitrary<List<Move>> lives() {
    return Move.any().list().ofMaxSize(60);
  }

  @Property
  void behavesAsItsModel(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();
    var model = new ClusterModel();

    for (var move : life) {
      var outcome = world.apply(move);
      var refusal = model.apply(move, world.now());

      assertThat(refusal.isPresent() ? Given.refusalOf(outcome).code() : null)
          .isEqualTo(refusal.orElse(null));
      assertThat(world.cluster().state().name()).isEqualTo(model.state());
      assertThat(world.told()).extracting(Event::type).isEqualTo(model.told());
      assertThat(world.ended()).extracting(Operation::state).isEqualTo(model.ended());
    }
  }

  @Property
  void everyAcceptedOperationRunsOrHasEndedExactlyOnce(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      world.apply(move);

      var ended = world.ended().stream().map(Operation::id).toList();
      var running = world.cluster().running().map(Operation::id).stream().toList();

      assertThat(Stream.concat(ended.stream(), running.stream()))
          .containsExactlyElementsOf(world.accepted().stream().map(Operation::id).toList());
      assertThat(world.ended()).noneMatch(Operation::isRunning);
    }
  }

  @Property
  void noEventIsEverToldTwice(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.after(ClusterFixture.justRequested(), life);

    assertThat(world.told()).extracting(Event::id).doesNotHaveDuplicates();
  }

  @Property
  void theGenerationRisesByOneWithEachChangeOfTheServersAndNeverElse(
      @ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      var before = world.cluster().spec();
      world.apply(move);

      var after = world.cluster().spec();
      var taken = move.kind() == Move.Kind.CANCEL ? -1 : 1;
      assertThat(after.generation() - before.generation())
          .isEqualTo(after.with(before.users()).with(before.access()).equals(before) ? 0 : taken);
    }
  }

  @Property
  void aGenerationThatWasActedOnIsNeverTakenBack(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      world.apply(move);

      assertThat(world.cluster().spec().generation()).isGreaterThanOrEqualTo(world.actedOn());
    }
  }

  @Property
  void commandsAreAcceptedOnlyWhereTheirTableSaysSo(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      var state = world.cluster().state().name();
      var outcome = world.apply(move);

      commandOf(move)
          .filter(command -> !command.isAcceptedIn(state))
          .ifPresent(command -> assertThat(outcome).isInstanceOf(Outcome.Refused.class));
    }
  }

  private static Optional<ClusterCommand> commandOf(Move move) {
    return Arrays.stream(ClusterCommand.values())
        .filter(command -> command.name().equals(move.kind().name()))
        .findFirst();
  }

  @Property
  void oneBackupIsTakenAtATimeAndNoneOfAClusterThatGoes(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      var before = world.cluster().status().backups().active();
      world.apply(move);

      var after = world.cluster().status().backups().active();
      assertThat(before.isEmpty() || after.isEmpty() || before.equals(after)).isTrue();
      assertThat(after.isPresent() && isGoing(world.cluster().state().name())).isFalse();
    }
  }

  private static boolean isGoing(ClusterState.Name state) {
    return state == ClusterState.Name.DELETING || state == ClusterState.Name.DELETED;
  }

  @Property
  void onlyPeopleRaiseTheRevision(@ForAll("lives") List<Move> life) {
    var world = ClusterWorld.begin();

    for (var move : life) {
      var before = world.cluster();
      world.apply(move);

      var byPeople =
          switch (move.kind()) {
            case RESIZE,
                UPGRADE,
                ROTATE_CREDENTIALS,
                DATABASE_USERS,
                DROP_USER,
                ACCESS_LIST,
                PAUSE,
                RESUME,
                RETRY,
                CANCEL,
                DELETE,
                GUARD,
                UNGUARD ->
                true;
            case LOOK,
                FAIL_FOR_NOW,
                FAIL_UNKNOWN,
                FAIL_FOR_GOOD,
                READ_CREDENTIALS,
                BACK_UP,
                BACKUP_ENDS,
                BACKUP_IS_DROPPED,
                ABANDON,
                RELAY ->
                false;
          };
      assertThat(byPeople || world.cluster().revision().equals(before.revision())).isTrue();
    }
  }
}
