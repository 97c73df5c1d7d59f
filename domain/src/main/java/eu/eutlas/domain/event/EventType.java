package eu.eutlas.domain.event;

import static eu.eutlas.domain.event.Severity.ERROR;
import static eu.eutlas.domain.event.Severity.INFO;
import static eu.eutlas.domain.event.Severity.WARNING;

/** The catalogue of events. Names are stable. */
public enum EventType {
  ORGANIZATION_CREATED(INFO, "Somebody made the organization and owns it."),
  PROJECT_CREATED(INFO, "Somebody made a project."),
  PROJECT_DELETED(INFO, "Somebody deleted an empty project."),
  CLUSTER_CREATION_REQUESTED(INFO, "Somebody ordered a cluster; its creation has begun."),
  CLUSTER_READY(INFO, "A new cluster serves: its login was tried, and it reads and writes."),
  CLUSTER_UPDATED(INFO, "Somebody changed labels or deletion protection."),
  CLUSTER_RESIZE_REQUESTED(INFO, "Somebody ordered another plan for a cluster."),
  CLUSTER_RESIZED(INFO, "A cluster runs with the plan that was ordered."),
  CLUSTER_UPGRADE_REQUESTED(INFO, "Somebody ordered a newer MongoDB for a cluster."),
  CLUSTER_UPGRADED(INFO, "A cluster runs the MongoDB that was ordered."),
  CLUSTER_PAUSE_REQUESTED(INFO, "Somebody had a cluster's servers stopped for a while."),
  CLUSTER_PAUSED(INFO, "A cluster's servers are stopped, and its data is kept."),
  CLUSTER_RESUME_REQUESTED(INFO, "Somebody had a paused cluster's servers started again."),
  CLUSTER_RESTORE_REQUESTED(INFO, "A backup is to be restored into a cluster."),
  CLUSTER_RESTORED(INFO, "A backup was restored into a cluster and compared, and was the same."),
  CLUSTER_RESUMED(INFO, "A cluster that was paused serves again, with the data that it had."),
  CLUSTER_CREDENTIALS_READ(INFO, "Somebody looked at the password of a cluster."),
  CLUSTER_ROTATION_REQUESTED(INFO, "Somebody ordered another login for a cluster."),
  CLUSTER_CREDENTIALS_ROTATED(
      INFO, "A cluster has another login, which was tried; the former one works for a while."),
  CLUSTER_CREDENTIALS_ENDED(
      INFO, "The login of before a rotation does not work any more; that was tried."),
  CLUSTER_USER_CREATION_REQUESTED(INFO, "Somebody ordered a database user."),
  CLUSTER_USER_CREATED(INFO, "A database user can log in; that was tried."),
  CLUSTER_USER_UPDATE_REQUESTED(
      INFO, "Somebody ordered another password or other roles for a database user."),
  CLUSTER_USER_UPDATED(INFO, "A database user has the password and the roles that were ordered."),
  CLUSTER_USER_DELETION_REQUESTED(INFO, "Somebody ordered the end of a database user."),
  CLUSTER_USER_DELETED(INFO, "A database user is gone."),
  CLUSTER_ACCESS_CHANGE_REQUESTED(
      INFO, "Somebody ordered another list of from where a cluster can be reached."),
  CLUSTER_ACCESS_CHANGED(INFO, "A cluster can be reached from where its access list says."),
  CLUSTER_ACCESS_EXPIRED(
      INFO, "Entries of a cluster's access list have ended; it is closed to them."),
  BACKUP_REQUESTED(INFO, "A backup of a cluster was ordered, by somebody or by its policy."),
  BACKUP_COMPLETED(INFO, "A backup is whole and can be restored."),
  BACKUP_FAILED(
      ERROR, "A backup was given up; the message says why. The ones before it are as they were."),
  BACKUP_DELETED(WARNING, "Somebody had a backup removed."),
  BACKUP_EXPIRED(INFO, "A backup was removed because its time was over."),
  BACKUP_HELD(INFO, "Somebody put a backup on hold: it stays until the hold is ended."),
  BACKUP_RELEASED(WARNING, "Somebody ended the hold of a backup: it goes when its time is over."),
  BACKUP_DOWNLOADED(WARNING, "Somebody began to download a backup, with all the data in it."),
  BACKUP_PROVED(
      INFO, "A backup was restored into a throw-away cluster, compared, and was the same."),
  BACKUP_PROOF_FAILED(
      ERROR, "A backup was not proved: it is damaged or different, or could not be tried."),
  BACKUP_POLICY_CHANGED(
      INFO, "Somebody changed when a cluster is backed up or how long its backups stay."),
  CLUSTER_DELETION_REQUESTED(WARNING, "Somebody ordered the end of a cluster and its data."),
  CLUSTER_DELETED(INFO, "Nothing of a cluster is left; its name is free."),
  CLUSTER_DEGRADED(
      WARNING, "A cluster shows something else than what is wanted; EUTLAS repairs what it can."),
  CLUSTER_RECOVERED(INFO, "A degraded or failed cluster is as it should be again."),
  CLUSTER_OPERATION_FAILED(
      ERROR, "An operation was given up; the message says why. Retry it, or delete the cluster."),
  CLUSTER_OPERATION_RETRIED(INFO, "Somebody had a failed operation tried again."),
  CLUSTER_OPERATION_CANCELLED(
      INFO, "Somebody called an operation off before anything was done for it.");

  private final Severity severity;
  private final String meaning;

  EventType(Severity severity, String meaning) {
    this.severity = severity;
    this.meaning = meaning;
  }

  public Severity severity() {
    return severity;
  }

  /** What such an event tells, in a sentence for people. */
  public String meaning() {
    return meaning;
  }
}
