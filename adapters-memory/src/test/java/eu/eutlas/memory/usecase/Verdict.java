package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterRepository.Seen;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** What must be true of an installation that has come to rest, whatever befell it. */
final class Verdict {
  private static final int ALL = 100;

  /** Each tells of an operation that was accepted. */
  private static final Set<EventType> ORDERS =
      EnumSet.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_RESTORE_REQUESTED,
          EventType.CLUSTER_RESIZE_REQUESTED,
          EventType.CLUSTER_UPGRADE_REQUESTED,
          EventType.CLUSTER_ROTATION_REQUESTED,
          EventType.CLUSTER_USER_CREATION_REQUESTED,
          EventType.CLUSTER_USER_UPDATE_REQUESTED,
          EventType.CLUSTER_USER_DELETION_REQUESTED,
          EventType.CLUSTER_PAUSE_REQUESTED,
          EventType.CLUSTER_RESUME_REQUESTED,
          EventType.CLUSTER_OPERATION_RETRIED,
          EventType.CLUSTER_DELETION_REQUESTED);

  private final Site site;
  private final OrgId org;

  Verdict(Site site, OrgId org) {
    this.site = site;
    this.org = org;
  }

  /** Nothing is left undone, told twice or without an owner. */
  void holds() {
    theSequenceIsDense();
    everythingIsTold();
    everyProjectHasItsPlace();
    clusters().forEach(this::isAtRest);
    projects().forEach(this::holdsItsClusters);
    assertThat(site.clusters().due(Clusters.REGION, site.clock().instant(), ALL)).isEmpty();
    assertThat(site.region().observeAll(Optional.empty(), ALL))
        .extracting(Sighting::id)
        .containsExactlyInAnyOrderElementsOf(living().stream().map(Cluster::id).toList());
  }

  List<Cluster> clusters() {
    return site.clusters().seen(Clusters.REGION, Optional.empty(), ALL).stream()
        .map(Seen::id)
        .map(this::cluster)
        .toList();
  }

  /** The clusters that are no tombstones. */
  List<Cluster> living() {
    return clusters().stream().filter(cluster -> !cluster.isDeleted()).toList();
  }

  List<Project> projects() {
    return site.projects().list(Scopes.everything(), org, PageRequest.first()).items();
  }

  /** What was told of a cluster, in order. */
  List<EventType> toldOf(ClusterId cluster) {
    return log().stream()
        .map(LoggedEvent::event)
        .filter(event -> event.clusterId().filter(cluster::equals).isPresent())
        .map(Event::type)
        .toList();
  }

  /** The ended operations of a cluster, newest first. */
  List<Operation> endedOf(ClusterId cluster) {
    return site.operations().list(Scopes.everything(), cluster, PageRequest.first()).items();
  }

  List<LoggedEvent> log() {
    return site.events().after(Scopes.everything(), org, 0, ALL);
  }

  private void theSequenceIsDense() {
    assertThat(log())
        .extracting(LoggedEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, log().size()).boxed().toList());
    assertThat(log()).extracting(logged -> logged.event().id()).doesNotHaveDuplicates();
  }

  private void everythingIsTold() {
    assertThat(site.organizations().withOutbox(ALL)).isEmpty();
    assertThat(site.projects().withOutbox(ALL)).isEmpty();
    assertThat(site.projects().deleting(ALL)).isEmpty();
    assertThat(site.clusters().withOutbox(ALL)).isEmpty();
  }

  private void everyProjectHasItsPlace() {
    var slots = site.organizations().find(Scopes.everything(), org).orElseThrow().projects().all();
    assertThat(slots).allMatch(slot -> slot.state() == Slot.State.LIVE);
    assertThat(slots)
        .extracting(Slot::id)
        .containsExactlyInAnyOrderElementsOf(projects().stream().map(Project::id).toList());
  }

  private void holdsItsClusters(Project project) {
    assertThat(project.clusters().all()).allMatch(slot -> slot.state() == Slot.State.LIVE);
    assertThat(project.clusters().all())
        .extracting(Slot::id)
        .containsExactlyInAnyOrderElementsOf(
            living().stream()
                .filter(cluster -> cluster.projectId().equals(project.id()))
                .map(Cluster::id)
                .toList());
  }

  private void isAtRest(Cluster cluster) {
    if (!isSpoiled(cluster)) {
      assertThat(cluster.state().name())
          .isIn(ClusterState.Name.READY, ClusterState.Name.PAUSED, ClusterState.Name.DELETED);
    }
    assertThat(cluster.running()).isEmpty();
    assertThat(endedOf(cluster.id())).noneMatch(Operation::isRunning);
    var asked = toldOf(cluster.id()).stream().filter(type -> ORDERS.contains(type)).count();
    // A new cluster that a backup is restored into is ordered by the restore.
    var ended = endedOf(cluster.id());
    var born = ended.stream().anyMatch(operation -> operation.type() == OperationType.CREATE);
    assertThat(ended).hasSize((int) asked - (born ? 0 : 1));
  }

  /** A restore that ended in the middle is not mended by itself. */
  private static boolean isSpoiled(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Failed(var since, var reason, var during)
        && during == OperationType.RESTORE;
  }

  private Cluster cluster(ClusterId id) {
    return site.clusters().find(Scopes.everything(), id).orElseThrow();
  }
}
