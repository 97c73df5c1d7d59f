package eu.eutlas.domain.event;

import static eu.eutlas.domain.event.Severity.ERROR;
import static eu.eutlas.domain.event.Severity.INFO;
import static eu.eutlas.domain.event.Severity.WARNING;

/** The catalogue of events. Names are stable. */
public enum EventType {
  ORGANIZATION_CREATED(INFO),
  PROJECT_CREATED(INFO),
  PROJECT_DELETED(INFO),
  CLUSTER_CREATION_REQUESTED(INFO),
  CLUSTER_READY(INFO),
  CLUSTER_UPDATED(INFO),
  CLUSTER_RESIZE_REQUESTED(INFO),
  CLUSTER_RESIZED(INFO),
  CLUSTER_UPGRADE_REQUESTED(INFO),
  CLUSTER_UPGRADED(INFO),
  CLUSTER_PAUSE_REQUESTED(INFO),
  CLUSTER_PAUSED(INFO),
  CLUSTER_RESUME_REQUESTED(INFO),
  CLUSTER_RESUMED(INFO),
  CLUSTER_CREDENTIALS_READ(INFO),
  CLUSTER_DELETION_REQUESTED(WARNING),
  CLUSTER_DELETED(INFO),
  CLUSTER_DEGRADED(WARNING),
  CLUSTER_RECOVERED(INFO),
  CLUSTER_OPERATION_FAILED(ERROR),
  CLUSTER_OPERATION_RETRIED(INFO),
  CLUSTER_OPERATION_CANCELLED(INFO);

  private final Severity severity;

  EventType(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }
}
