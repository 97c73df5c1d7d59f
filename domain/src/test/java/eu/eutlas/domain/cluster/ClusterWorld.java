package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A cluster with a clock and ids of its own, its commands, and a memory of all that it told. */
final class ClusterWorld {

  /** How long the former login works beside the new one. */
  static final Duration OVERLAP = Duration.ofSeconds(100);

  private final List<Event> relayedEvents = new ArrayList<>();
  private final List<Operation> relayedOperations = new ArrayList<>();
  private final List<Operation> accepted = new ArrayList<>();
  private Cluster cluster;
  private Backup backup = ClusterFixture.aBackup(ClusterFixture.justRequested(), 0xb0);
  private Instant now = Given.NOW;
  private int ids = 0x1000;
  private long actedOn;

  private ClusterWorld(Cluster cluster) {
    this.cluster = cluster;
    cluster.running().ifPresent(accepted::add);
  }

  /** A world with a cluster that was requested just now. */
  static ClusterWorld begin() {
    return new ClusterWorld(ClusterFixture.justRequested());
  }

  /** The world after all this has happened to the cluster. */
  static ClusterWorld after(Cluster cluster, List<Move> past) {
    var world = new ClusterWorld(cluster);
    past.forEach(world::apply);
    return world;
  }

  Cluster cluster() {
    return cluster;
  }

  Instant now() {
    return now;
  }

  /** The last generation for which something was done outside. */
  long actedOn() {
    return actedOn;
  }

  /** Every operation that was ever accepted. */
  List<Operation> accepted() {
    return accepted;
  }

  /** Every event told so far, relayed or not. */
  List<Event> told() {
    return Stream.concat(relayedEvents.stream(), cluster.outbox().events().stream()).toList();
  }

  /** Every operation that ended so far, relayed or not. */
  List<Operation> ended() {
    return Stream.concat(relayedOperations.stream(), cluster.outbox().operations().stream())
        .toList();
  }

  /** A turn so many seconds from now, with an event id that was never used. */
  Turn turn(long seconds, double jitter) {
    return new Turn(now.plusSeconds(seconds), new EventId(Given.hex(ids++)), jitter);
  }

  /** Lets it happen; gives back what it came to. */
  Outcome<Cluster> apply(Move move) {
    var turn = turn(move.seconds(), move.jitter());
    now = turn.now();
    var outcome =
        switch (move.kind()) {
          case LOOK -> look(move.seen(), turn);
          case FAIL_FOR_NOW -> fail(FailureClass.TRANSIENT, turn);
          case FAIL_UNKNOWN -> fail(FailureClass.OUTCOME_UNKNOWN, turn);
          case FAIL_FOR_GOOD -> fail(FailureClass.PERMANENT, turn);
          case RESIZE -> resize(turn);
          case UPGRADE -> upgrade(turn);
          case ROTATE_CREDENTIALS -> rotate(turn);
          case DATABASE_USERS -> createUser(turn);
          case DROP_USER -> dropUser(turn);
          case ACCESS_LIST -> letIn(turn);
          case BACK_UP -> backUp(turn);
          case BACKUP_ENDS -> done(backupEnds());
          case BACKUP_IS_DROPPED -> done(backupIsDropped());
          case PAUSE -> pause(turn);
          case RESUME -> resume(turn);
          case RETRY -> retry(turn);
          case CANCEL -> cancel(turn);
          case DELETE -> delete(turn);
          case GUARD -> protect(true, turn);
          case UNGUARD -> protect(false, turn);
          case READ_CREDENTIALS -> done(cluster.credentialsRead(ClusterFixture.someone(), turn));
          case ABANDON -> done(ClusterLifecycle.abandon(cluster, turn));
          case RELAY -> done(relay());
        };
    if (outcome instanceof Outcome.Done<Cluster>(var next)) {
      cluster = next;
    }
    return outcome;
  }

  private Outcome<Cluster> fail(FailureClass failureClass, Turn turn) {
    var error = new OperationError(failureClass, "CODE", "It failed.");
    return done(ClusterLifecycle.attemptFailed(cluster, error, RetryPolicy.USUAL, turn));
  }

  private Outcome<Cluster> look(Seen seen, Turn turn) {
    var observation = tried(seen.observation(cluster.spec().generation()), turn.now());
    var step = ClusterLifecycle.step(cluster, observation, turn);
    if (!step.actions().isEmpty()) {
      actedOn = Math.max(actedOn, step.next().spec().generation());
    }
    return done(step.next());
  }

  /** Who tries the users finds, too, that the login that has ended is dead. */
  private ClusterObservation tried(ClusterObservation seen, Instant at) {
    return seen instanceof ClusterObservation.Running running
            && running.users() instanceof UsersTrial.Proved
        ? running.with(
            new UsersTrial.Proved(cluster.spec().users().ended(at).map(DatabaseLogin::username)))
        : seen;
  }

  private Outcome<Cluster> rotate(Turn turn) {
    var operation = draw(OperationType.ROTATE_CREDENTIALS, turn, ClusterFixture.UPDATE_TAKES);
    return accept(
        operation, UserChange.rotate(cluster, ClusterFixture.PASSWORD, OVERLAP, operation, turn));
  }

  private Outcome<Cluster> createUser(Turn turn) {
    var operation = draw(OperationType.CREATE_DATABASE_USER, turn, ClusterFixture.UPDATE_TAKES);
    var user = ClusterFixture.newUser("user" + ids++);
    return accept(operation, UserChange.create(cluster, user, operation, turn));
  }

  /** The first user that there is. */
  private Outcome<Cluster> dropUser(Turn turn) {
    var operation = draw(OperationType.DELETE_DATABASE_USER, turn, ClusterFixture.UPDATE_TAKES);
    var name =
        cluster.spec().users().ordered().stream()
            .map(DatabaseUser::username)
            .findFirst()
            .orElse("nobody");
    return accept(operation, UserChange.delete(cluster, new Username(name), operation, turn));
  }

  private Outcome<Cluster> letIn(Turn turn) {
    var operation = draw(OperationType.CHANGE_ACCESS_LIST, turn, ClusterFixture.UPDATE_TAKES);
    var number = cluster.spec().access().entries().size();
    var range = new Cidr("10.0.0." + number + "/32");
    var entry = new AccessEntry(range, AccessComment.NONE, Optional.empty());
    return accept(operation, AccessChange.add(cluster, entry, operation, turn));
  }

  private Outcome<Cluster> resize(Turn turn) {
    var operation = draw(OperationType.RESIZE, turn, ClusterFixture.UPDATE_TAKES);
    var plan = ClusterFixture.aPlan("PLAN" + ids++, 9);
    return accept(operation, ClusterChange.resize(cluster, plan, operation, turn));
  }

  private Outcome<Cluster> upgrade(Turn turn) {
    var operation = draw(OperationType.UPGRADE, turn, ClusterFixture.UPDATE_TAKES);
    var next = new MongoVersion(cluster.spec().mongoVersion().major() + 1 + ".0");
    return accept(operation, ClusterChange.upgrade(cluster, next, operation, turn));
  }

  private Outcome<Cluster> pause(Turn turn) {
    var operation = draw(OperationType.PAUSE, turn, ClusterFixture.PAUSE_TAKES);
    return accept(operation, ClusterChange.pause(cluster, operation, turn));
  }

  private Outcome<Cluster> resume(Turn turn) {
    var operation = draw(OperationType.RESUME, turn, ClusterFixture.PAUSE_TAKES);
    return accept(operation, ClusterChange.resume(cluster, operation, turn));
  }

  private Outcome<Cluster> backUp(Turn turn) {
    var ordered = ClusterFixture.aBackup(cluster, ids++);
    return ClusterBackup.begin(cluster, ordered, turn)
        .map(begun -> {
          backup = ordered;
          return begun;
        });
  }

  private Cluster backupEnds() {
    return ClusterBackup.ended(cluster, ClusterFixture.completed(backup));
  }

  private Cluster backupIsDropped() {
    return ClusterBackup.without(cluster, backup, Optional.empty());
  }

  private Outcome<Cluster> retry(Turn turn) {
    var last = cluster.status().operation();
    var type = last.map(Operation::type).orElse(OperationType.CREATE);
    var operation = draw(type, turn, takes(type));
    var failed = last.map(Operation::id).orElse(operation.id());
    return accept(operation, SecondThought.retry(cluster, failed, operation, turn));
  }

  private Outcome<Cluster> cancel(Turn turn) {
    var unwanted = cluster.running().map(Operation::id).orElse(new OperationId(Given.hex(0xff)));
    return SecondThought.cancel(cluster, unwanted, ClusterFixture.someone(), turn);
  }

  static Duration takes(OperationType type) {
    return switch (type) {
      case CREATE -> ClusterFixture.CREATE_TAKES;
      case RESIZE,
          UPGRADE,
          ROTATE_CREDENTIALS,
          CREATE_DATABASE_USER,
          UPDATE_DATABASE_USER,
          DELETE_DATABASE_USER,
          CHANGE_ACCESS_LIST ->
          ClusterFixture.UPDATE_TAKES;
      case PAUSE, RESUME, RESTORE -> ClusterFixture.PAUSE_TAKES;
      case DELETE -> ClusterFixture.DELETE_TAKES;
    };
  }

  private Outcome<Cluster> delete(Turn turn) {
    var operation = draw(OperationType.DELETE, turn, ClusterFixture.DELETE_TAKES);
    return accept(operation, cluster.delete(operation, turn));
  }

  private Operation draw(OperationType type, Turn turn, Duration within) {
    return Given.operation(type, ids++, turn.now(), within);
  }

  private Outcome<Cluster> accept(Operation operation, Outcome<Cluster> outcome) {
    if (outcome instanceof Outcome.Done<Cluster>) {
      accepted.add(operation);
    }
    return outcome;
  }

  private Outcome<Cluster> protect(boolean on, Turn turn) {
    var settings = new ClusterSettings(cluster.settings().labels(), on);
    return cluster.update(settings, ClusterFixture.someone(), turn);
  }

  private Cluster relay() {
    relayedEvents.addAll(cluster.outbox().events());
    relayedOperations.addAll(cluster.outbox().operations());
    return ClusterFixture.relayed(cluster);
  }

  private static Outcome<Cluster> done(Cluster cluster) {
    return Outcome.done(cluster);
  }
}
