package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a cluster for which what was wanted has come true. */
final class Arrival {
  private Arrival() {}

  /** The operation is done. */
  static Cluster of(Cluster cluster, Operation operation, ClusterObservation seen, Turn turn) {
    if (Aim.of(cluster) == Aim.LOCKED) {
      return RestoreCourse.locked(cluster, operation, seen, turn);
    }
    var arrived = arrived(cluster, seen, turn);
    return arrived
        .finish(operation.succeed(turn.now()), arrived.status())
        .tell(
            told(operation),
            message(cluster, arrived, operation),
            operation.actor(),
            operation.correlationId(),
            turn);
  }

  /** It came true without an operation: the failed one stays failed, a degraded one had none. */
  static Cluster byItself(Cluster cluster, ClusterObservation seen, Turn turn) {
    var arrived = arrived(cluster, seen, turn);
    return switch (Aim.of(cluster)) {
      case SERVING, LOCKED ->
          tell(arrived, EventType.CLUSTER_RECOVERED, "Cluster %s is ready again.", turn);
      case STOPPED -> pausedAgain(arrived, turn);
      case GONE -> tell(arrived, EventType.CLUSTER_DELETED, "Cluster %s is gone.", turn);
    };
  }

  /** It is stopped, without an operation that did it. */
  static Cluster pausedAgain(Cluster cluster, Turn turn) {
    return tell(cluster, EventType.CLUSTER_PAUSED, "Cluster %s is paused.", turn);
  }

  /** A cluster that was never to be is gone, and its operation with it. */
  static Cluster abandoned(Cluster cluster, Operation operation, Turn turn) {
    return cluster
        .finish(operation.supersede(turn.now()), buried(cluster, turn.now()))
        .tell(
            EventType.CLUSTER_DELETED,
            "Cluster %s is gone.".formatted(cluster.name()),
            operation.actor(),
            operation.correlationId(),
            turn);
  }

  /**
   * A cluster that nobody wants any more before anything was done for it. It is looked at once
   * more, so that its place in the project is free however this ends.
   */
  static Cluster cancelled(Cluster cluster, Operation operation, Turn turn) {
    var status = buried(cluster, turn.now()).lookAgainAt(Optional.of(turn.now()));
    return cluster.finish(operation.cancel(turn.now()), status);
  }

  /** Proved at this moment, at the endpoint that is seen. */
  static Cluster proved(Cluster cluster, ClusterObservation seen, Instant now) {
    var running = runningOf(seen).orElseThrow();
    var endpoint = running.endpoint();
    var users = cluster.spec().users().proved(now);
    var proof =
        new Proof(
            cluster.spec().generation(), users.version(), endpoint, running.fingerprint(), now);
    var status =
        cluster.status().state(new ClusterState.Ready(proof)).endpoint(Optional.of(endpoint));
    return ClusterLifecycle.awaitEnd(cluster.with(users).with(status), now);
  }

  private static Optional<ClusterObservation.Running> runningOf(ClusterObservation seen) {
    return seen instanceof ClusterObservation.Running running
        ? Optional.of(running)
        : Optional.empty();
  }

  /** What nobody asked for is correlated by the event that tells of it. */
  static CorrelationId ownWork(Turn turn) {
    return new CorrelationId(turn.eventId().value());
  }

  private static Cluster arrived(Cluster cluster, ClusterObservation seen, Turn turn) {
    return switch (Aim.of(cluster)) {
      case SERVING, LOCKED -> {
        var proved = proved(cluster, seen, turn.now());
        var backups = proved.status().backups().restored();
        yield proved.with(proved.status().operation(Optional.empty()).backups(backups));
      }
      case STOPPED -> cluster.with(stopped(cluster, turn.now()));
      case GONE -> cluster.with(buried(cluster, turn.now()));
    };
  }

  private static ClusterStatus stopped(Cluster cluster, Instant now) {
    return cluster
        .status()
        .state(new ClusterState.Paused(now, Optional.empty()))
        .operation(Optional.empty())
        .lookAgainAt(Optional.empty());
  }

  private static ClusterStatus buried(Cluster cluster, Instant now) {
    return cluster
        .status()
        .state(new ClusterState.Deleted(now))
        .backups(cluster.status().backups().end().unscheduled())
        .operation(Optional.empty())
        .endpoint(Optional.empty())
        .lookAgainAt(Optional.empty());
  }

  private static EventType told(Operation operation) {
    return switch (operation.type()) {
      case CREATE -> EventType.CLUSTER_READY;
      case RESIZE -> EventType.CLUSTER_RESIZED;
      case UPGRADE -> EventType.CLUSTER_UPGRADED;
      case ROTATE_CREDENTIALS -> EventType.CLUSTER_CREDENTIALS_ROTATED;
      case CREATE_DATABASE_USER -> EventType.CLUSTER_USER_CREATED;
      case UPDATE_DATABASE_USER -> EventType.CLUSTER_USER_UPDATED;
      case DELETE_DATABASE_USER -> EventType.CLUSTER_USER_DELETED;
      case CHANGE_ACCESS_LIST -> EventType.CLUSTER_ACCESS_CHANGED;
      case PAUSE -> EventType.CLUSTER_PAUSED;
      case RESUME -> EventType.CLUSTER_RESUMED;
      case RESTORE -> EventType.CLUSTER_RESTORED;
      case DELETE -> EventType.CLUSTER_DELETED;
    };
  }

  private static String message(Cluster before, Cluster cluster, Operation operation) {
    var spec = cluster.spec();
    return switch (operation.type()) {
      case CREATE -> "Cluster %s is ready.".formatted(cluster.name());
      case RESIZE -> "Cluster %s has plan %s now.".formatted(cluster.name(), spec.plan());
      case UPGRADE ->
          "Cluster %s runs MongoDB %s now.".formatted(cluster.name(), spec.mongoVersion());
      case ROTATE_CREDENTIALS ->
          "Cluster %s has the login %s now.%s"
              .formatted(cluster.name(), spec.users().customer().username(), former(spec.users()));
      case CREATE_DATABASE_USER, UPDATE_DATABASE_USER ->
          "Database user %s of cluster %s can log in."
              .formatted(changed(spec.users()), cluster.name());
      case DELETE_DATABASE_USER ->
          "A database user of cluster %s is gone.".formatted(cluster.name());
      case CHANGE_ACCESS_LIST ->
          "Cluster %s can be reached from %s now.".formatted(cluster.name(), places(spec.access()));
      case PAUSE -> "Cluster %s is paused.".formatted(cluster.name());
      case RESUME -> "Cluster %s runs again.".formatted(cluster.name());
      case RESTORE -> RestoreCourse.words(before);
      case DELETE -> "Cluster %s is gone.".formatted(cluster.name());
    };
  }

  private static String places(AccessList access) {
    return switch (access.entries().size()) {
      case 0 -> "nowhere outside";
      case 1 -> access.entries().getFirst().range().value();
      default -> access.entries().size() + " ranges";
    };
  }

  private static String former(ClusterUsers users) {
    return users
        .nextEnd()
        .flatMap(end ->
            users
                .outgoing()
                .map(former ->
                    " The former one, %s, works until %s."
                        .formatted(former.login().username(), end)))
        .orElse("");
  }

  private static String changed(ClusterUsers users) {
    return users.unproved().stream().map(DatabaseLogin::username).collect(Collectors.joining(", "));
  }

  private static Cluster tell(Cluster cluster, EventType type, String message, Turn turn) {
    return cluster.tell(
        type, message.formatted(cluster.name()), Initiator.EUTLAS, ownWork(turn), turn);
  }
}
