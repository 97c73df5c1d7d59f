package eu.eutlas.application.internal;

import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings.Proofs;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.application.cluster.RegionCapabilities;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProving;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where backups are proved: in the region that the configuration names, else in the cluster's own,
 * else in the first of the catalogue; always in one that has throw-away clusters.
 */
public final class ProofRegions {
  private static final long GIGABYTE = 1_000_000_000L;

  private final Catalogue catalogue;
  private final RegionCapabilities capabilities;
  private final Proofs settings;

  public ProofRegions(Ports ports) {
    this.catalogue = ports.catalogue();
    this.capabilities = new RegionCapabilities(ports.dataPlanes(), ports.elsewhere());
    this.settings = ports.settings().longWork().proofs();
  }

  /** Where such data is proved, or that it is not. */
  public Outcome<RegionId> choose(RegionId own, Contents contents) {
    if (contents.dataBytes() > settings.mostGigabytes() * GIGABYTE) {
      return Outcome.refused(
          Refusal.conflict(
              RefusalCode.BACKUP_TOO_LARGE,
              "The backup holds more than the %d GB that are proved here at most."
                  .formatted(settings.mostGigabytes())));
    }
    return any(own)
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.conflict(
                    RefusalCode.NOT_SUPPORTED_HERE,
                    "No region of this EUTLAS has throw-away clusters, in which a backup could be proved.")));
  }

  private Optional<RegionId> any(RegionId own) {
    return settings
        .region()
        .map(Stream::of)
        .orElseGet(
            () -> Stream.concat(Stream.of(own), catalogue.regions().stream().map(Region::id)))
        .filter(region -> capabilities.of(region).contains(Capability.THROW_AWAY_CLUSTERS))
        .findFirst();
  }

  /**
   * A scheduled backup that is whole is to be proved, where its cluster's policy says so; where it
   * cannot be, an event says that.
   */
  Backup followPolicy(Backup backup, Cluster cluster, Turn turn) {
    return backup
        .contents()
        .filter(contents -> backup.order().trigger() == BackupTrigger.SCHEDULED)
        .filter(contents -> cluster.settings().backups().prove())
        .map(contents ->
            switch (choose(backup.order().region(), contents)) {
              case Outcome.Done<RegionId>(var region) ->
                  BackupProving.wish(backup, byPolicy(backup, region, turn));
              case Outcome.Refused<RegionId>(var refusal) ->
                  BackupProving.impossible(
                      backup,
                      byPolicy(backup, backup.order().region(), turn),
                      new OperationError(
                          FailureClass.PERMANENT, refusal.code().name(), refusal.message()),
                      turn);
            })
        .orElse(backup);
  }

  private static Proving byPolicy(Backup backup, RegionId region, Turn turn) {
    return Proving.wished(
        region, Initiator.EUTLAS, backup.order().correlationId(), Optional.empty(), turn.now());
  }
}
