package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.OutboxStoreContract;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of {@link BackupRepositoryContract} that is about single documents. */
abstract class BackupDocumentsContract extends OutboxStoreContract<Backup> {
  static final Instant NOW = PinnedClock.START;

  private BackupRepository backups;

  /** A repository over a new, empty store. */
  protected abstract BackupRepository repository();

  @BeforeEach
  void begin() {
    backups = repository();
  }

  final BackupRepository backups() {
    return backups;
  }

  @Test
  void keepsEveryField() {
    var backup =
        Backups.aBackup(1)
            .org(Organizations.id(2))
            .project(Projects.id(3))
            .cluster(Clusters.id(4))
            .clusterName("shop")
            .region(new RegionId("north"))
            .trigger(BackupTrigger.SAFETY)
            .by(Initiators.unusual())
            .correlationId("a.b_c-D")
            .origin(Origins.at(7, NOW.plusMillis(1)))
            .orderedAt(NOW.plusMillis(2))
            .tries(
                3,
                new OperationError(FailureClass.OUTCOME_UNKNOWN, "SOME_CODE", UnusualText.ANY),
                new SealedSecret(UnusualText.ANY))
            .expiresAt(NOW.plusMillis(3))
            .held(new Hold(NOW.plusMillis(4), new Hold.Reason("An audit: “7/2026”.")))
            .readUntil(NOW.plusMillis(5))
            .proved(new BackupProof(Backups.id(1), NOW.plusMillis(6), Duration.ofMillis(123_457)))
            .lookAgainAt(NOW.plusMillis(7))
            .updatedAt(NOW.plusMillis(8))
            .revision(6)
            .build();
    insert(backup);

    assertThat(find(backup)).contains(backup);
  }

  @Test
  void keepsEveryState() {
    var large =
        new Contents(
            NOW.plusMillis(1),
            Long.MAX_VALUE,
            new Sha256("f".repeat(64)),
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            UnusualText.ANY,
            Consistency.EACH_COLLECTION);
    keeps(1, new BackupState.Queued());
    keeps(2, new BackupState.Running(NOW.plusMillis(1), 0, Long.MAX_VALUE, 1));
    keeps(3, new BackupState.Completed(NOW.plusMillis(2), NOW.plusMillis(3), large));
    keeps(4, new BackupState.Failed(NOW.plusMillis(4)));
    keeps(5, new BackupState.Deleting(NOW.plusMillis(5)));
  }

  private void keeps(int number, BackupState state) {
    var backup = Backups.aBackup(number).state(state).build();
    insert(backup);
    assertThat(find(backup)).contains(backup);
  }

  @Test
  void showsABackupToItsOrganizationOnly() {
    insert(document(1));

    assertThat(backups.find(Scopes.of(Organizations.id(1)), Backups.id(1))).contains(document(1));
    assertThat(backups.find(Scopes.of(Organizations.id(2)), Backups.id(1))).isEmpty();
    assertThat(backups.find(Scopes.of(), Backups.id(1))).isEmpty();
    assertThat(backups.find(Scopes.everything(), Backups.id(1))).contains(document(1));
  }

  @Test
  void removesABackupWhateverItIsAndWhateverItHasToTell() {
    var held =
        Backups.aBackup(1)
            .completed()
            .held(new Hold(NOW, new Hold.Reason("An audit.")))
            .origin(Origins.of(1))
            .build();
    insert(held);
    insert(document(2));

    backups.remove(Backups.id(1));

    assertThat(find(held)).isEmpty();
    assertThat(find(document(2))).contains(document(2));
    assertThat(backups.findByOrigin(Origins.keyHash(1))).isEmpty();
    assertThat(save(held)).isEqualTo(SaveResult.GONE);
  }

  @Test
  void removesWhatIsNotThereWithoutEffect() {
    insert(document(1));
    backups.remove(Backups.id(1));

    backups.remove(Backups.id(1));
    backups.remove(Backups.id(2));

    assertThat(find(document(1))).isEmpty();
  }

  @Override
  protected final Backup document(int number) {
    return Backups.aBackup(number).build();
  }

  @Override
  protected final Backup changed(Backup backup, int number) {
    return Backups.with(backup).revision(number + 1).build();
  }

  @Override
  protected final Backup atVersion(Backup backup, long version) {
    return Backups.with(backup).version(version).build();
  }

  @Override
  protected final Backup withOrigin(Backup backup, OriginKey origin) {
    return Backups.with(backup).origin(origin).build();
  }

  @Override
  protected final Backup withOutbox(Backup backup, Outbox outbox) {
    return Backups.with(backup).outbox(outbox).build();
  }

  @Override
  protected final long version(Backup backup) {
    return backup.version();
  }

  @Override
  protected final Outbox outbox(Backup backup) {
    return backup.outbox();
  }

  @Override
  protected final void insert(Backup backup) {
    backups.insert(backup);
  }

  @Override
  protected final SaveResult save(Backup backup) {
    return backups.save(backup);
  }

  @Override
  protected final Optional<Backup> find(Backup backup) {
    return backups.find(Scopes.everything(), backup.id());
  }

  @Override
  protected final Optional<Backup> findByOrigin(String originKeyHash) {
    return backups.findByOrigin(originKeyHash);
  }

  @Override
  protected final long forgetOrigins(Instant before) {
    return backups.forgetOrigins(before);
  }

  @Override
  protected final void drain(Backup backup, Outbox copied) {
    backups.drain(backup.id(), copied);
  }

  @Override
  protected final List<Backup> listWithOutbox(int limit) {
    return backups.withOutbox(limit).stream()
        .flatMap(id -> backups.find(Scopes.everything(), id).stream())
        .toList();
  }
}
