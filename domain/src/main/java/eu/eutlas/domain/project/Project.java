package eu.eutlas.domain.project;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import java.time.Instant;
import java.util.Optional;

/**
 * A project of an organization, with the slots of its clusters. Whether a cluster may exist, and
 * under which name, is decided here, in one write of this document.
 *
 * @param outbox events that writes of this document caused and that the relay has not yet copied
 * @param origin absent when it was created without an idempotency key, or more than a day ago
 * @param version counts the writes of the document and decides races
 */
public record Project(
    ProjectId id,
    OrgId orgId,
    ProjectName name,
    ProjectState state,
    Slots<ClusterId> clusters,
    Outbox outbox,
    Optional<OriginKey> origin,
    Instant createdAt,
    Instant updatedAt,
    Revision revision,
    long version) {

  /** How many clusters a project can hold. */
  public static final int MAX_CLUSTERS = 500;

  public static Project create(
      ProjectId id,
      OrgId orgId,
      ProjectName name,
      Optional<OriginKey> origin,
      Event told,
      Instant now) {
    return new Project(
        id,
        orgId,
        name,
        ProjectState.ACTIVE,
        Slots.none(),
        Outbox.EMPTY.tell(told),
        origin,
        now,
        now,
        Revision.FIRST,
        0);
  }

  public boolean isActive() {
    return state == ProjectState.ACTIVE;
  }

  /** Reserves the place and the name of a cluster that is about to be created. */
  public Outcome<Reservation<Project, ClusterId>> reserve(
      ClusterId cluster, ClusterName clusterName, Optional<OriginKey> byOrigin, Instant now) {
    var holder = clusters.named(clusterName.value());
    if (holder.isPresent()) {
      return Reservation.again(this, holder.get(), byOrigin)
          .map(Outcome::done)
          .orElseGet(Project::clusterNameTaken);
    }
    if (!isActive()) {
      return refused(
          RefusalCode.PROJECT_NOT_ACTIVE, "The project is being deleted. Choose another.");
    }
    if (clusters.size() >= MAX_CLUSTERS) {
      return refused(
          RefusalCode.CLUSTER_LIMIT_REACHED,
          "A project has at most " + MAX_CLUSTERS + " clusters. Delete one first.");
    }
    var reserved = with(state, clusters.reserve(cluster, clusterName.value(), byOrigin, now), now);
    return Outcome.done(new Reservation<>(reserved, cluster, false));
  }

  /** Makes a cluster's place live. Bookkeeping: repeated, it changes nothing. */
  public Project occupy(ClusterId cluster) {
    return with(state, clusters.occupy(cluster), updatedAt);
  }

  /** Frees the place and the name of a cluster. Bookkeeping: repeated, it changes nothing. */
  public Project free(ClusterId cluster) {
    return with(state, clusters.free(cluster), updatedAt);
  }

  /** Starts the end of the project; from this write on it takes no more clusters. Repeatable. */
  public Outcome<Project> delete(Event told, Instant now) {
    if (!clusters.isEmpty()) {
      return refused(
          RefusalCode.PROJECT_NOT_EMPTY,
          "The project still has clusters. Delete its clusters first.");
    }
    var going = with(ProjectState.DELETING, clusters, now);
    return Outcome.done(isActive() ? going.telling(told) : going);
  }

  /**
   * Ends a project for which its organization has no place: it was never to be, so nothing is told
   * of it, and the same request, asked again, creates another.
   */
  public Project abandon() {
    return new Project(
        id,
        orgId,
        name,
        ProjectState.DELETING,
        clusters,
        Outbox.EMPTY,
        Optional.empty(),
        createdAt,
        updatedAt,
        revision,
        version);
  }

  /** The answer to who wants a name that another cluster of the project has. */
  public static <T> Outcome<T> clusterNameTaken() {
    return refused(
        RefusalCode.CLUSTER_NAME_TAKEN,
        "A cluster with this name exists already in the project. Choose another name.");
  }

  private static <T> Outcome<T> refused(RefusalCode code, String message) {
    return Outcome.refused(Refusal.conflict(code, message));
  }

  private Project telling(Event event) {
    return new Project(
        id,
        orgId,
        name,
        state,
        clusters,
        outbox.tell(event),
        origin,
        createdAt,
        updatedAt,
        revision.next(),
        version);
  }

  private Project with(ProjectState state, Slots<ClusterId> clusters, Instant now) {
    return new Project(
        id, orgId, name, state, clusters, outbox, origin, createdAt, now, revision, version);
  }
}
