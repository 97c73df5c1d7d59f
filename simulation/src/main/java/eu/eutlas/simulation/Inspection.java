package eu.eutlas.simulation;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.Slot;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.OutgoingLogin;
import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at everything, once nothing befalls any more and all is quiet. */
final class Inspection {
  private static final int ALL = 100_000;

  private final World world;
  private final Ledger ledger;
  private final Scope everything;

  Inspection(World world) {
    this.world = world;
    this.ledger = world.ledger();
    this.everything =
        new Scope.Orgs(
            ledger.places().organizations().keySet().stream()
                .map(OrgId::new)
                .collect(Collectors.toSet()));
  }

  void make() {
    documentsAreAsWritten();
    clustersAreAtRest();
    resourcesAreThoseOfClusters();
    placesAreThoseOfTheirChildren();
    eventsAreTold();
    endsAreTold();
    ledger.copies().inspect();
  }

  private void documentsAreAsWritten() {
    for (var written : ledger.lives().all().values()) {
      var stored = world.stores().clusters().find(everything, written.id());
      if (stored.isEmpty() && written.isDeleted()) {
        continue;
      }
      var same =
          stored
              .filter(there -> there.state().equals(written.state()))
              .filter(there -> there.spec().equals(written.spec()))
              .filter(there -> there.settings().equals(written.settings()))
              .filter(there -> there.status().operation().equals(written.status().operation()))
              .isPresent();
      if (!same) {
        throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
            written.id(), "A cluster is not what was written last.");
      }
    }
  }

  private void clustersAreAtRest() {
    for (var cluster : ledger.lives().all().values()) {
      var rests =
          cluster.running().isEmpty()
              && switch (cluster.state()) {
                case ClusterState.Ready ignored ->
                    cluster
                        .status()
                        .lookAgainAt()
                        .equals(cluster.spec().users().outgoing().flatMap(OutgoingLogin::until));
                case ClusterState.Deleted ignored -> true;
                case ClusterState.Failed ignored -> true;
                case ClusterState.Creating ignored -> false;
                case ClusterState.Updating ignored -> false;
                case ClusterState.Pausing ignored -> false;
                case ClusterState.Paused(var since, var drift) ->
                    drift.isEmpty() == isStopped(cluster);
                case ClusterState.Resuming ignored -> false;
                case ClusterState.Restoring ignored -> false;
                case ClusterState.Degraded ignored -> false;
                case ClusterState.Deleting ignored -> false;
              };
      if (!rests) {
        throw unsettled(cluster.id(), "It is still " + cluster.state().name() + ".");
      }
    }
  }

  private void resourcesAreThoseOfClusters() {
    var there = new TreeSet<String>();
    for (var territory : world.territories()) {
      for (var sighting : territory.there()) {
        there.add(sighting.id().value());
      }
    }
    for (var id : there) {
      var cluster = ledger.lives().all().get(id);
      if (cluster == null || cluster.isDeleted()) {
        throw Invariant.RESOURCES_HAVE_A_CLUSTER.broken(id, "Servers of no cluster are left.");
      }
    }
    for (var cluster : ledger.lives().all().values()) {
      if (cluster.state() instanceof ClusterState.Ready && !isServed(cluster)) {
        throw Invariant.RESOURCES_HAVE_A_CLUSTER.broken(
            cluster.id(), "A cluster is ready and has no servers, or others than are wanted.");
      }
    }
  }

  private boolean isServed(Cluster cluster) {
    return world.territory(cluster).runs(cluster.id(), cluster.spec().generation());
  }

  /** Otherwise its servers are gone, and there is nothing to be done about it. */
  private boolean isStopped(Cluster cluster) {
    return world.territory(cluster).truth(cluster.id()) instanceof ClusterObservation.Stopped;
  }

  private void placesAreThoseOfTheirChildren() {
    for (var organization : ledger.places().organizations().values()) {
      var held = new HashSet<String>();
      for (var slot : organization.projects().all()) {
        held.add(live(organization.id(), slot).id().value());
      }
      var there =
          ledger.places().projects().values().stream()
              .filter(project -> project.orgId().equals(organization.id()))
              .map(project -> project.id().value())
              .collect(Collectors.toSet());
      same(organization.id(), held, there);
    }
    ledger.places().projects().values().forEach(this::holdsItsClusters);
  }

  private void holdsItsClusters(Project project) {
    var held = new HashSet<String>();
    for (var slot : project.clusters().all()) {
      held.add(live(project.id(), slot).id().value());
    }
    var there =
        ledger.lives().all().values().stream()
            .filter(cluster -> cluster.projectId().equals(project.id()))
            .filter(cluster -> !cluster.isDeleted())
            .map(Cluster::id)
            .map(Object::toString)
            .collect(Collectors.toSet());
    same(project.id(), held, there);
  }

  private static <I> Slot<I> live(Object parent, Slot<I> slot) {
    if (slot.state() != Slot.State.LIVE) {
      throw Invariant.NAMES_AND_PLACES_HOLD.broken(parent, "A reservation is left behind.");
    }
    return slot;
  }

  private static void same(Object parent, Set<String> held, Set<String> there) {
    if (!held.equals(there)) {
      throw Invariant.NAMES_AND_PLACES_HOLD.broken(
          parent, "Places are held for " + held.size() + ", and " + there.size() + " are there.");
    }
  }

  private void eventsAreTold() {
    if (!ledger.told().isUpToDate()) {
      throw Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED.broken(
          "events", "Some event is never told: " + ledger.told().someUntold() + ".");
    }
    ledger
        .told()
        .logs()
        .forEach((org, expected) -> {
          var read = world.stores().events().after(everything, new OrgId(org), 0, ALL);
          if (!read.equals(expected)) {
            throw Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED.broken(
                org, "The log reads other than it was written.");
          }
          var hash = EventHash.START;
          for (var logged : read) {
            hash = EventHash.of(hash, logged.seq(), logged.event());
            if (!hash.equals(logged.hash())) {
              throw Invariant.EVENTS_TELL_WHAT_WAS_COMMITTED.broken(org, "The chain is broken.");
            }
          }
        });
  }

  private void endsAreTold() {
    for (var operation : ledger.lives().ended().values()) {
      var told = world.stores().operations().find(everything, operation.id());
      if (told.filter(operation::equals).isEmpty()) {
        throw unsettled(operation.clusterId(), "The end of an operation is not told.");
      }
    }
    for (var operation : ledger.lives().promised().values()) {
      if (!ledger.lives().ended().containsKey(operation.id().value())) {
        throw unsettled(operation.clusterId(), "What was accepted never ended: " + of(operation));
      }
    }
    for (var cluster : ledger.lives().all().values()) {
      var told =
          world.stores().operations().list(everything, cluster.id(), PageRequest.first()).items();
      if (told.stream().anyMatch(Operation::isRunning)) {
        throw unsettled(cluster.id(), "An operation is told as running.");
      }
    }
  }

  private static String of(Operation operation) {
    return operation.type() + " " + operation.id();
  }

  private static Violation unsettled(Object subject, String message) {
    return Invariant.EVERYTHING_SETTLES.broken(subject, message);
  }
}
