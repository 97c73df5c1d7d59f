package eu.eutlas.application.internal;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies outboxes: ended operations to the operations, events to their organization's sequence, and
 * what people are told of by mail to the mails. Each copy is made once whoever makes it and however
 * often, because ids were fixed when the outbox was committed; only then is the entry taken out.
 */
public final class Relay {
  private static final Logger log = LoggerFactory.getLogger(Relay.class);
  private static final Scope ALL = new Scope.Everything("the relay serves all tenants");

  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final ClusterRepository clusters;
  private final BackupRepository backups;
  private final OperationRepository operations;
  private final EventLog events;
  private final ProjectSlots slots;
  private final EventTail tail;
  private final BackupMails backupMails;

  Relay(
      OrganizationRepository organizations,
      ProjectRepository projects,
      ClusterRepository clusters,
      BackupRepository backups,
      OperationRepository operations,
      EventLog events,
      ProjectSlots slots,
      EventTail tail,
      BackupMails backupMails) {
    this.organizations = organizations;
    this.projects = projects;
    this.clusters = clusters;
    this.backups = backups;
    this.operations = operations;
    this.events = events;
    this.slots = slots;
    this.tail = tail;
    this.backupMails = backupMails;
  }

  void organization(OrgId id) {
    organizations
        .find(ALL, id)
        .map(Organization::outbox)
        .filter(outbox -> !outbox.isEmpty())
        .ifPresent(outbox -> {
          copy(outbox);
          organizations.drain(id, outbox);
        });
  }

  /**
   * A project that is being deleted goes with its last event. A new one is told of once it has its
   * place; without one it was never to be.
   */
  void project(ProjectId id) {
    projects.find(ALL, id).ifPresent(this::project);
  }

  private void project(Project project) {
    if (isNew(project) && !slots.occupy(project.orgId(), project.id())) {
      abandon(project);
    } else {
      relay(project);
    }
  }

  private static boolean isNew(Project project) {
    return project.isActive() && !project.outbox().isEmpty() && project.clusters().isEmpty();
  }

  private void abandon(Project project) {
    log.info("Project {} has no place in its organization and is abandoned.", project.id());
    if (projects.save(project.abandon()) == SaveResult.SAVED) {
      projects.remove(project.id());
    }
  }

  private void relay(Project project) {
    if (!project.outbox().isEmpty()) {
      copy(project.outbox());
      projects.drain(project.id(), project.outbox());
    }
    if (project.state() == ProjectState.DELETING) {
      slots.free(project.orgId(), project.id());
      projects.remove(project.id());
    }
  }

  void cluster(ClusterId id) {
    clusters
        .find(ALL, id)
        .filter(cluster -> !cluster.outbox().isEmpty())
        .ifPresent(cluster -> {
          copy(cluster.outbox());
          clusters.drain(id, cluster.outbox());
        });
  }

  /** What its cluster has to tell comes first: that the backup was ordered. */
  void backup(BackupId id) {
    backups
        .find(ALL, id)
        .filter(backup -> !backup.outbox().isEmpty())
        .ifPresent(backup -> {
          cluster(backup.order().clusterId());
          copy(backup.outbox());
          backupMails.write(backup);
          backups.drain(id, backup.outbox());
        });
  }

  /** Operations first: whoever hears of an end can read it. */
  private void copy(Outbox outbox) {
    outbox.operations().forEach(operations::add);
    for (Event event : outbox.events()) {
      tail.appended(events.append(event));
    }
  }
}
