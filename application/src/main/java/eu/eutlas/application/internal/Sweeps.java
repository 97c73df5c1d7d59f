package eu.eutlas.application.internal;

import eu.eutlas.application.Origins;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.identity.User;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Finds again what hints have lost, by asking the store for what is unsettled. Each question is
 * answered by an index and limited; what it finds is claimed by compare-and-set later, so several
 * nodes may sweep at once.
 */
public final class Sweeps {
  private static final Scope ALL = new Scope.Everything("sweeps serve all tenants");
  private static final int MOST = 500;
  private static final Duration TOMBSTONES_LAST = Duration.ofDays(30);
  private static final Duration EVENTS_LAST = Duration.ofDays(400);
  private static final Duration MAILS_LAST = Duration.ofDays(30);
  private static final Duration ENDED_SESSIONS_LAST = Duration.ofDays(7);

  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final ClusterRepository clusters;
  private final MailRepository mails;
  private final UserRepository users;
  private final SessionRepository sessions;
  private final EventLog events;
  private final Jobs jobs;
  private final ReconcileQueue queue;
  private final InstantSource clock;

  public Sweeps(
      OrganizationRepository organizations,
      ProjectRepository projects,
      ClusterRepository clusters,
      MailRepository mails,
      UserRepository users,
      SessionRepository sessions,
      EventLog events,
      Jobs jobs,
      ReconcileQueue queue,
      InstantSource clock) {
    this.organizations = organizations;
    this.projects = projects;
    this.clusters = clusters;
    this.mails = mails;
    this.users = users;
    this.sessions = sessions;
    this.events = events;
    this.jobs = jobs;
    this.queue = queue;
    this.clock = clock;
  }

  /** Nudges whatever is due. */
  public void due() {
    var now = clock.instant();
    clusters.due(now, MOST).forEach(this::wake);
    clusters.withOutbox(MOST).forEach(id -> nudge(new Work.RelayCluster(id)));
    projects.withOutbox(MOST).forEach(id -> nudge(new Work.RelayProject(id)));
    projects.deleting(MOST).forEach(id -> nudge(new Work.RelayProject(id)));
    organizations.withOutbox(MOST).forEach(id -> nudge(new Work.RelayOrganization(id)));
    mails.due(now, MOST).forEach(id -> nudge(new Work.Send(id)));
  }

  /** Forgets what has had its time. */
  public void forget() {
    var now = clock.instant();
    users.removeUnverified(now.minus(User.UNVERIFIED_LASTS));
    sessions.removeEnded(now.minus(ENDED_SESSIONS_LAST));
    mails.remove(now.minus(MAILS_LAST));
    clusters.removeTombstones(now.minus(TOMBSTONES_LAST));
    events.remove(now.minus(EVENTS_LAST));
    var origins = now.minus(Origins.REMEMBERED);
    mails.forgetOrigins(origins);
    organizations.forgetOrigins(origins);
    projects.forgetOrigins(origins);
    clusters.forgetOrigins(origins);
  }

  /** What was accepted just before a crash has no job yet; one that it has is not queued twice. */
  private void wake(ClusterId id) {
    queue.due(new Work.Pass(id), clock.instant(), Lane.BACKGROUND);
    clusters
        .find(ALL, id)
        .ifPresent(cluster ->
            cluster
                .running()
                .map(operation -> Jobs.OperationTicket.of(cluster, operation))
                .ifPresent(jobs::drive));
  }

  private void nudge(Work work) {
    queue.nudge(work, Lane.BACKGROUND);
  }
}
