package eu.eutlas.mongo.backup;

import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.BackupBuilder;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BackupDocumentTest {
  private static final Instant NOW = PinnedClock.START;

  @Test
  void keepsTheForm() {
    var backup =
        Backups.aBackup(1)
            .completed()
            .held(new Hold(NOW.plusMillis(1), new Hold.Reason("An audit.")))
            .readUntil(NOW.plusMillis(2))
            .proved(new BackupProof(Backups.id(1), NOW.plusMillis(3), Duration.ofMillis(4567)))
            .telling(Events.anEvent(2).type(EventType.BACKUP_COMPLETED).build())
            .origin(Origins.of(3))
            .updatedAt(NOW.plusMillis(4))
            .revision(5)
            .version(6)
            .build();

    check("backup", backup);
  }

  @Test
  void keepsTheFormOfEachState() {
    check("backup-queued", Backups.aBackup(1));
    check("backup-queued-again", tried(Backups.aBackup(1)).lookAgainAt(NOW.plusMillis(1)));
    check("backup-running", Backups.aBackup(1).running());
    check(
        "backup-completed",
        Backups.aBackup(1).completed().trigger(BackupTrigger.SCHEDULED).by(Initiator.EUTLAS));
    check("backup-failed", tried(Backups.aBackup(1)).state(new BackupState.Failed(NOW)));
    check("backup-deleting", Backups.aBackup(1).completed().state(new BackupState.Deleting(NOW)));
  }

  @Test
  void keepsTheFormOfEachStageOfAProof() {
    var error =
        Optional.of(new OperationError(FailureClass.TRANSIENT, "STORE_UNAVAILABLE", "It is away."));
    var throwAway = Backups.throwAway(2);
    check("backup-proof-waiting", proving(new Proving.Waiting()));
    check("backup-proof-restoring", proving(new Proving.Restoring(throwAway, NOW, 1, error)));
    check("backup-proof-leaving", proving(new Proving.Leaving(throwAway, 3, Optional.empty())));
    check(
        "backup-proof-over",
        Backups.aBackup(1)
            .completed()
            .proving(
                Backups.proving(Clusters.REGION, new Proving.Over(NOW, error), Optional.empty())));
  }

  private static BackupBuilder proving(Proving.Stage stage) {
    return Backups.aBackup(1)
        .completed()
        .proving(Backups.proving(Clusters.REGION, stage, Optional.of(NOW)));
  }

  private static BackupBuilder tried(BackupBuilder backup) {
    var error =
        new OperationError(FailureClass.TRANSIENT, "STORE_UNAVAILABLE", "The store is away.");
    return backup.tries(2, error, Backups.KEY);
  }

  private static void check(String name, BackupBuilder backup) {
    check(name, backup.build());
  }

  private static void check(String name, Backup backup) {
    GoldenDocument.check(name, backup, BackupDocument::toBson, BackupDocument::fromBson);
  }
}
