package eu.eutlas.simulation;

import eu.eutlas.application.Leases;
import eu.eutlas.application.Ports;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.memory.MemoryLeases;
import eu.eutlas.memory.backup.MemoryBackupRepository;
import eu.eutlas.memory.cluster.MemoryClusterRepository;
import eu.eutlas.memory.cluster.MemoryMaintenanceRepository;
import eu.eutlas.memory.cluster.MemoryUnknownResourceRepository;
import eu.eutlas.memory.event.MemoryEventLog;
import eu.eutlas.memory.identity.MemorySessionRepository;
import eu.eutlas.memory.identity.MemoryUserRepository;
import eu.eutlas.memory.mail.MemoryMailRepository;
import eu.eutlas.memory.operation.MemoryOperationRepository;
import eu.eutlas.memory.organization.MemoryOrganizationRepository;
import eu.eutlas.memory.project.MemoryProjectRepository;
import java.time.InstantSource;

/** The metadata store: one for all nodes, in memory. */
final class Stores {
  private Stores() {}

  static Ports.Stores empty(Alteration alteration, InstantSource clock) {
    return new Ports.Stores(
        alteration.of(UserRepository.class, new MemoryUserRepository()),
        alteration.of(SessionRepository.class, new MemorySessionRepository()),
        alteration.of(OrganizationRepository.class, new MemoryOrganizationRepository()),
        alteration.of(ProjectRepository.class, new MemoryProjectRepository()),
        alteration.of(ClusterRepository.class, new MemoryClusterRepository()),
        alteration.of(BackupRepository.class, new MemoryBackupRepository()),
        alteration.of(OperationRepository.class, new MemoryOperationRepository()),
        alteration.of(EventLog.class, new MemoryEventLog()),
        alteration.of(MailRepository.class, new MemoryMailRepository()),
        alteration.of(MaintenanceRepository.class, new MemoryMaintenanceRepository()),
        alteration.of(UnknownResourceRepository.class, new MemoryUnknownResourceRepository()),
        alteration.of(Leases.class, new MemoryLeases(clock)));
  }

  /** The stores as one process reaches them. */
  static Ports.Stores reached(Ports.Stores stores, World world, Life life) {
    return new Ports.Stores(
        Wire.to(UserRepository.class, stores.users(), world, life, world::isStoreAway),
        Wire.to(SessionRepository.class, stores.sessions(), world, life, world::isStoreAway),
        Wire.to(
            OrganizationRepository.class, stores.organizations(), world, life, world::isStoreAway),
        Wire.to(ProjectRepository.class, stores.projects(), world, life, world::isStoreAway),
        Wire.to(ClusterRepository.class, stores.clusters(), world, life, world::isStoreAway),
        Wire.to(BackupRepository.class, stores.backups(), world, life, world::isStoreAway),
        Wire.to(OperationRepository.class, stores.operations(), world, life, world::isStoreAway),
        Wire.to(EventLog.class, stores.events(), world, life, world::isStoreAway),
        Wire.to(MailRepository.class, stores.mails(), world, life, world::isStoreAway),
        Wire.to(MaintenanceRepository.class, stores.maintenance(), world, life, world::isStoreAway),
        Wire.to(
            UnknownResourceRepository.class,
            stores.unknownResources(),
            world,
            life,
            world::isStoreAway),
        Wire.to(Leases.class, stores.leases(), world, life, world::isStoreAway));
  }
}
