package eu.eutlas.memory;

import eu.eutlas.application.Leases;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.memory.backup.MemoryBackupRepository;
import eu.eutlas.memory.cluster.MemoryClusterRepository;
import eu.eutlas.memory.event.MemoryEventLog;
import eu.eutlas.memory.identity.MemorySessionRepository;
import eu.eutlas.memory.identity.MemoryUserRepository;
import eu.eutlas.memory.mail.MemoryMailRepository;
import eu.eutlas.memory.operation.MemoryOperationRepository;
import eu.eutlas.memory.organization.MemoryOrganizationRepository;
import eu.eutlas.memory.project.MemoryProjectRepository;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.Faults;
import eu.eutlas.testkit.fault.OutageContract;
import java.util.List;

/** An outage in memory is a fault around a port: this holds the faults to the contract. */
final class MemoryOutageTest extends OutageContract {
  @Override
  protected List<Object> portsWithoutStore() {
    return List.of(
        away(Leases.class, new MemoryLeases(new PinnedClock())),
        away(UserRepository.class, new MemoryUserRepository()),
        away(SessionRepository.class, new MemorySessionRepository()),
        away(MailRepository.class, new MemoryMailRepository()),
        away(OrganizationRepository.class, new MemoryOrganizationRepository()),
        away(ProjectRepository.class, new MemoryProjectRepository()),
        away(ClusterRepository.class, new MemoryClusterRepository()),
        away(BackupRepository.class, new MemoryBackupRepository()),
        away(OperationRepository.class, new MemoryOperationRepository()),
        away(EventLog.class, new MemoryEventLog()));
  }

  private static <P> P away(Class<P> port, P subject) {
    return Faults.around(port, subject, (name, call) -> Fault.UNAVAILABLE);
  }
}
