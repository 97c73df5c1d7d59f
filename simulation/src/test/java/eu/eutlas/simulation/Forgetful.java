package eu.eutlas.simulation;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.event.EventLog;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterStatus;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.Project;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Planted bugs that take more than a line. */
final class Forgetful {
  private static final int RACES = 50;

  private Forgetful() {}

  /** A project is read without the places that it holds. */
  static Broken projectsWithoutPlaces() {
    return Broken.at(
        ProjectRepository.class,
        "find",
        Broken.everyNth(
            10,
            (real, given) ->
                ((Optional<?>) Objects.requireNonNull(real.call(given)))
                    .map(found -> withoutPlaces((Project) found))));
  }

  /** Compare-and-set forgets to compare: whoever writes last wins. */
  static Broken clustersWithoutComparing() {
    return Broken.at(
        ClusterRepository.class,
        "save",
        (real, given) -> {
          var cluster = (Cluster) given[0];
          var result = real.call(cluster);
          for (var i = 1; result == SaveResult.STALE && i < RACES; i++) {
            result = real.call(at(cluster, cluster.status(), cluster.version() + i));
          }
          return result;
        });
  }

  /** What was deleted is stored as if it were to be repaired. */
  static Broken clustersThatRise() {
    return Broken.at(
        ClusterRepository.class,
        "save",
        (real, given) -> {
          var cluster = (Cluster) given[0];
          if (!(cluster.state() instanceof ClusterState.Deleted(var at))) {
            return real.call(cluster);
          }
          var status = cluster.status();
          var risen =
              new ClusterStatus(
                  new ClusterState.Degraded(at, "It is back."),
                  Optional.empty(),
                  status.endpoint(),
                  status.seen(),
                  Optional.of(at),
                  status.backups());
          return real.call(at(cluster, risen, cluster.version()));
        });
  }

  /** A change of labels is answered and not written. */
  static Broken clustersThatLoseUpdates() {
    return Broken.at(
        ClusterRepository.class,
        "save",
        (real, given) -> {
          var cluster = (Cluster) given[0];
          var isUpdate =
              cluster.running().isEmpty()
                  && cluster.outbox().events().stream()
                      .anyMatch(event -> event.type() == EventType.CLUSTER_UPDATED);
          return isUpdate ? SaveResult.SAVED : real.call(cluster);
        });
  }

  /** Servers of some are not removed, and not shown from then on. */
  static Alteration planesThatForgetToRemove() {
    var hidden = new HashSet<Object>();
    return Broken.all(
        Broken.at(
            DataPlane.class,
            "deprovision",
            Broken.everyNth(
                3,
                (real, given) -> {
                  hidden.add(given[0]);
                  return null;
                })),
        Broken.at(
            DataPlane.class,
            "observe",
            (real, given) ->
                hidden.contains(given[0]) ? new ClusterObservation.Absent() : real.call(given)),
        Broken.at(
            DataPlane.class,
            "observeAll",
            (real, given) ->
                ((List<?>) Objects.requireNonNull(real.call(given)))
                    .stream()
                        .filter(each -> !hidden.contains(((DataPlane.Sighting) each).id()))
                        .toList()));
  }

  /** What ran once is shown as running for ever. */
  static Broken planesThatShowTheGone() {
    var seen = new HashMap<Object, Object>();
    return Broken.at(
        DataPlane.class,
        "observe",
        (real, given) -> {
          var now = Objects.requireNonNull(real.call(given));
          if (now instanceof ClusterObservation.Running) {
            seen.put(given[0], now);
          }
          return seen.getOrDefault(given[0], now);
        });
  }

  /** Numbers are passed over. */
  static Broken logsWithGaps() {
    return Broken.at(
        EventLog.class,
        "append",
        Broken.everyNth(
            40,
            (real, given) -> {
              var logged = (LoggedEvent) Objects.requireNonNull(real.call(given));
              return new LoggedEvent(logged.seq() + 1, logged.hash(), logged.event());
            }));
  }

  /** Somebody gets the roles of whoever was there before, too. */
  static Broken rolesThatLeak() {
    var all = new HashMap<OrgId, Role>();
    return Broken.at(
        OrganizationRepository.class,
        "rolesOf",
        (real, given) -> {
          var own = (Map<?, ?>) Objects.requireNonNull(real.call(given));
          own.forEach((org, role) -> all.put((OrgId) org, (Role) role));
          return Map.copyOf(all);
        });
  }

  static Broken organizationsWithoutMembers() {
    return Broken.at(
        OrganizationRepository.class,
        "save",
        (real, given) -> {
          var organization = (Organization) given[0];
          return real.call(
              new Organization(
                  organization.id(),
                  organization.name(),
                  List.of(),
                  organization.projects(),
                  organization.outbox(),
                  organization.origin(),
                  organization.createdAt(),
                  organization.updatedAt(),
                  organization.revision(),
                  organization.version()));
        });
  }

  static @Nullable Object throwsItsOwn(Broken.Real real, Object[] given) {
    throw new IllegalStateException("planted");
  }

  private static Project withoutPlaces(Project project) {
    return new Project(
        project.id(),
        project.orgId(),
        project.name(),
        project.state(),
        Slots.none(),
        project.outbox(),
        project.origin(),
        project.createdAt(),
        project.updatedAt(),
        project.revision(),
        project.version());
  }

  static Cluster at(Cluster cluster, ClusterStatus status, long version) {
    return at(cluster, cluster.spec(), status, version);
  }

  static Cluster at(Cluster cluster, ClusterSpec spec, ClusterStatus status, long version) {
    return new Cluster(
        cluster.id(),
        cluster.orgId(),
        cluster.projectId(),
        cluster.name(),
        spec,
        cluster.settings(),
        status,
        cluster.outbox(),
        cluster.origin(),
        cluster.createdAt(),
        cluster.updatedAt(),
        cluster.revision(),
        version);
  }
}
