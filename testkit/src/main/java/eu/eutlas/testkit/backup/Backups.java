package eu.eutlas.testkit.backup;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Initiators;
import java.time.Instant;
import java.util.Optional;

/** Backups for tests. */
public final class Backups {
  /** The key of an attempt, unless a test says otherwise. */
  public static final SealedSecret KEY = new SealedSecret("sealed-data-key");

  private Backups() {}

  public static BackupId id(int number) {
    return new BackupId(HexIds.of(number));
  }

  /** The number that an id was made of. */
  static int numberOf(BackupId id) {
    return HexIds.numberOf(id.value());
  }

  public static BackupBuilder aBackup() {
    return aBackup(1);
  }

  /**
   * A backup of cluster 1 of organization 1 that somebody ordered at the clock's start, due then,
   * with nothing in its outbox.
   */
  public static BackupBuilder aBackup(int number) {
    return new BackupBuilder(number);
  }

  public static BackupBuilder with(Backup backup) {
    return new BackupBuilder(backup);
  }

  /** A wish of the clock's start that waits for its turn, due then. */
  public static Proving waiting(RegionId region) {
    return proving(region, new Proving.Waiting(), Optional.of(PinnedClock.START));
  }

  /** The same at a stage. */
  public static Proving proving(
      RegionId region, Proving.Stage stage, Optional<Instant> lookAgainAt) {
    return new Proving(
        region,
        Initiators.person(),
        new CorrelationId("proof"),
        Optional.empty(),
        PinnedClock.START,
        stage,
        lookAgainAt);
  }

  /** A cluster for a proof, with the id of that number. */
  public static ThrowAway throwAway(int number) {
    return new ThrowAway(
        Clusters.id(number),
        new Resources(250, 512, 5, 1),
        new MongoVersion("7.0"),
        new DatabaseLogin("eutlas", new SealedSecret("sealed-password"), 1));
  }

  /** Three documents of one collection, as of the clock's start. */
  public static Contents contents() {
    return new Contents(
        PinnedClock.START,
        1_000,
        new Sha256("0123456789abcdef".repeat(4)),
        1,
        3,
        300,
        "7.0.14",
        Consistency.SNAPSHOT);
  }
}
