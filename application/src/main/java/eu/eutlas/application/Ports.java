package eu.eutlas.application;

import eu.eutlas.application.backup.BackupEncryption;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ManifestFormat;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.Passwords;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.Tokens;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.cluster.RegionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Everything that EUTLAS needs from outside. Whoever embeds it fills these in, with the adapters
 * that come with it or with their own. What has to be closed is closed by whoever made it, after
 * {@link Eutlas}.
 *
 * @param dataPlanes one for each region that this node has
 * @param elsewhere what can be done in the regions of the catalogue that only other nodes have
 * @param clock in milliseconds at least
 * @param random a cryptographically strong one, safe for threads
 */
public record Ports(
    Node node,
    Settings settings,
    Catalogue catalogue,
    Stores stores,
    Security security,
    List<DataPlane> dataPlanes,
    Map<RegionId, Set<DataPlane.Capability>> elsewhere,
    TenantDatabase tenantDatabase,
    Backups backups,
    Mailer mailer,
    Jobs jobs,
    Telemetry telemetry,
    InstantSource clock,
    RandomGenerator random) {
  public Ports {
    dataPlanes = List.copyOf(dataPlanes);
    elsewhere = Map.copyOf(elsewhere);
  }

  /** Where documents are kept. All of them share one store, which all nodes see. */
  public record Stores(
      UserRepository users,
      SessionRepository sessions,
      OrganizationRepository organizations,
      ProjectRepository projects,
      ClusterRepository clusters,
      BackupRepository backups,
      OperationRepository operations,
      EventLog events,
      MailRepository mails,
      MaintenanceRepository maintenance,
      UnknownResourceRepository unknownResources,
      Leases leases) {}

  /** What makes backups, and where they are kept. */
  public record Backups(
      ClusterArchives archives,
      BackupStore store,
      BackupEncryption encryption,
      ManifestFormat manifests) {}

  /** What keeps secrets. */
  public record Security(Passwords passwords, Tokens tokens, Sealer sealer) {}
}
