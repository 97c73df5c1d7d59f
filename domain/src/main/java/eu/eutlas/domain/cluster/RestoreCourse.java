package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.cluster.ClusterRestore.isCopying;
import static eu.eutlas.domain.cluster.ClusterRestore.restoration;

import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Restoration.Stage;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a restore goes, from users that are kept out to data that was compared, and how it ends when
 * it does not get there. Once the first document was replaced, whatever goes wrong leaves the
 * cluster FAILED and locked: it is neither what it was nor what it was to be.
 */
public final class RestoreCourse {
  private static final Duration PACE = Duration.ofSeconds(5);

  private static final OperationError TOO_LONG =
      new OperationError(FailureClass.PERMANENT, "DEADLINE_EXCEEDED", "The restore took too long.");

  private RestoreCourse() {}

  /** The servers run, and nobody but EUTLAS can log in: it may begin, unless it has to pause. */
  static Cluster locked(Cluster cluster, Operation operation, ClusterObservation seen, Turn turn) {
    if (!turn.now().isBefore(operation.deadline())) {
      return giveUp(cluster, operation, TOO_LONG, turn);
    }
    var pause = operation.pausesUntil(turn.now());
    if (pause.isPresent()) {
      return ClusterLifecycle.lookAgain(cluster, pause.get());
    }
    var endpoint =
        seen instanceof ClusterObservation.Running running
            ? Optional.of(running.endpoint())
            : cluster.status().endpoint();
    var restoration = restoration(cluster).locked();
    var status =
        cluster
            .status()
            .endpoint(endpoint)
            .operation(Optional.of(operation.at(OperationStep.COPYING, words(restoration))))
            .backups(cluster.status().backups().restoring(restoration))
            .lookAgainAt(Optional.of(turn.now().plus(PACE)));
    return cluster.with(status);
  }

  /** The safety backup has ended. Without it nothing is replaced. */
  static Cluster afterSaving(Cluster cluster, Operation operation, Turn turn) {
    return restoration(cluster).saved()
        ? with(cluster, restoration(cluster).locked(), operation, turn)
        : giveUp(
            cluster,
            operation,
            new OperationError(
                FailureClass.PERMANENT,
                "SAFETY_BACKUP_FAILED",
                "What is in the cluster could not be backed up before."),
            turn);
  }

  /** Waits for who copies, unless that was silent for too long or takes too long. */
  static Cluster whileCopying(Cluster cluster, Operation operation, Turn turn) {
    var restoration = restoration(cluster);
    if (restoration.stage() == Stage.WRITING && restoration.isSilent(turn.now())) {
      return interrupted(cluster, operation.id(), turn);
    }
    return turn.now().isBefore(operation.deadline())
        ? ClusterLifecycle.lookAgain(cluster, turn.now().plus(PACE))
        : giveUp(cluster, operation, TOO_LONG, turn);
  }

  /** Who copies is alive, and has come so far. */
  public static Cluster heard(
      Cluster cluster, OperationId operation, Stage stage, long documents, Turn turn) {
    return during(
        cluster,
        operation,
        copying ->
            with(
                copying,
                restoration(copying).heard(stage, documents, turn.now()),
                copying.running().orElseThrow(),
                turn));
  }

  /** Every document is there, and was compared: users may come back. */
  public static Cluster copied(Cluster cluster, OperationId operation, long documents, Turn turn) {
    return during(
        cluster,
        operation,
        copying ->
            ClusterLifecycle.lookAgain(
                with(
                    copying,
                    restoration(copying).copied(documents),
                    copying.running().orElseThrow(),
                    turn),
                turn.now()));
  }

  /** The copying failed: before the first document was replaced it is tried again. */
  public static Cluster failed(
      Cluster cluster,
      OperationId operation,
      OperationError error,
      RetryPolicy retries,
      Turn turn) {
    return during(
        cluster,
        operation,
        copying -> {
          var running = copying.running().orElseThrow();
          var restoration = restoration(copying);
          return restoration.isUntouched()
              ? FailedAttempt.of(
                  with(copying, restoration.again(), running, turn), error, retries, turn)
              : giveUp(copying, running, error, turn);
        });
  }

  /** Who copied is dead, and has left the data half replaced. */
  public static Cluster interrupted(Cluster cluster, OperationId operation, Turn turn) {
    return during(
        cluster,
        operation,
        copying ->
            giveUp(
                copying,
                copying.running().orElseThrow(),
                new OperationError(
                    FailureClass.PERMANENT,
                    "RESTORE_INTERRUPTED",
                    "The node that restored the data went away in the middle of it."),
                turn));
  }

  private static Cluster during(
      Cluster cluster, OperationId operation, UnaryOperator<Cluster> then) {
    return isCopying(cluster, operation) ? then.apply(cluster) : cluster;
  }

  private static Cluster with(
      Cluster cluster, Restoration restoration, Operation operation, Turn turn) {
    var status =
        cluster
            .status()
            .operation(Optional.of(operation.at(OperationStep.COPYING, words(restoration))))
            .backups(cluster.status().backups().restoring(restoration))
            .lookAgainAt(Optional.of(turn.now().plus(PACE)));
    return cluster.with(status);
  }

  /** It starts over, from what is seen. */
  static Cluster again(Cluster cluster) {
    var backups = cluster.status().backups();
    return backups
        .restoration()
        .map(failed -> cluster.with(cluster.status().backups(backups.restoring(failed.again()))))
        .orElse(cluster);
  }

  /**
   * The end of a restore that did not come about. Where nothing was replaced, the cluster serves on
   * as soon as its users are back.
   */
  static Cluster giveUp(Cluster cluster, Operation operation, OperationError error, Turn turn) {
    var restoration = restoration(cluster);
    if (restoration.isUntouched() && !restoration.fresh()) {
      return unchanged(cluster, operation, error, turn);
    }
    var told =
        new OperationError(
            error.failureClass(), error.code(), error.message() + " " + wayOut(restoration));
    return FailedAttempt.failed(cluster, operation, told, turn);
  }

  private static Cluster unchanged(
      Cluster cluster, Operation operation, OperationError error, Turn turn) {
    var ended = operation.attemptFailed(error, Optional.empty(), turn.now()).fail(turn.now());
    var status =
        cluster
            .status()
            .state(new ClusterState.Degraded(turn.now(), "Its database users are kept out."))
            .operation(Optional.empty())
            .backups(cluster.status().backups().restored())
            .lookAgainAt(Optional.of(turn.now()));
    return cluster
        .finish(ended, status)
        .tell(
            EventType.CLUSTER_OPERATION_FAILED,
            "Cluster %s: RESTORE failed. %s The data is as it was."
                .formatted(cluster.name(), error.message()),
            operation.actor(),
            operation.correlationId(),
            turn);
  }

  private static String wayOut(Restoration restoration) {
    if (restoration.stage() == Stage.COPIED) {
      return "The data is restored and was compared; only the database users are not right yet.";
    }
    if (restoration.fresh()) {
      return "The cluster is not whole, and nobody can log in.";
    }
    var offer =
        restoration
            .safety()
            .map("The backup %s has what was there before: restore it, or retry."::formatted)
            .orElse("No backup was taken before, as was wished: retry, or restore another.");
    return "The data is restored in part, and nobody can log in. " + offer;
  }

  private static String words(Restoration restoration) {
    return switch (restoration.stage()) {
      case PREPARING -> "The restore is tried again.";
      case SAVING -> "What is in the cluster is backed up before.";
      case READING -> "The backup is read and held against its manifest.";
      case WRITING -> "%d documents are restored.".formatted(restoration.documents());
      case COPIED -> "%d documents are restored and compared.".formatted(restoration.documents());
    };
  }

  /** What is told when it has come true. */
  static String words(Cluster cluster) {
    var restoration = restoration(cluster);
    return "Cluster %s has what was backed up at %s: %d documents were restored and compared."
        .formatted(cluster.name(), restoration.sourceAt(), restoration.documents());
  }
}
