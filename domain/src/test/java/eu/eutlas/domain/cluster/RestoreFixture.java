package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.GENERATION;
import static eu.eutlas.domain.cluster.ClusterFixture.relayed;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Restoration.Stage;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.util.Optional;

/** Clusters that something is restored into. */
final class RestoreFixture {
  static final Duration RESTORE_TAKES = ClusterFixture.PAUSE_TAKES;

  private RestoreFixture() {}

  static Operation operation() {
    return Given.operation(OperationType.RESTORE, 0xe5, NOW, RESTORE_TAKES);
  }

  static Backup source() {
    return ClusterFixture.completed(ClusterFixture.aBackup(ClusterFixture.ready(), 0xb5));
  }

  static Contents contents() {
    return source().contents().orElseThrow();
  }

  static Restoration restoration() {
    return Restoration.into(source(), contents(), Selection.DATA, Optional.empty());
  }

  /** A safety backup is wanted before. */
  static Restoration saving(BackupId safety) {
    return Restoration.into(source(), contents(), Selection.DATA, Optional.of(safety));
  }

  /** Users are to be kept out. */
  static Cluster restoring() {
    return restoring(restoration());
  }

  static Cluster restoring(Restoration restoration) {
    return relayed(
        ClusterRestore.order(
                ClusterFixture.ready(), restoration, contents(), operation(), turn(NOW))
            .orElseThrow());
  }

  /** Nobody can log in any more. */
  static Cluster locked(Cluster restoring) {
    var seen = Seen.PROVED.observation(GENERATION);
    return relayed(ClusterLifecycle.step(restoring, seen, turn(NOW)).next());
  }

  static Cluster writing(Cluster locked) {
    return RestoreCourse.heard(locked, operation().id(), Stage.WRITING, 1, turn(NOW));
  }

  static Cluster failedToRestore() {
    return relayed(
        RestoreCourse.interrupted(writing(locked(restoring())), operation().id(), turn(NOW)));
  }

  static OperationError transientError() {
    return new OperationError(FailureClass.TRANSIENT, "STORE_AWAY", "The store is away.");
  }
}
