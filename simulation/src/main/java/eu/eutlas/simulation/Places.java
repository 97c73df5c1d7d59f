package eu.eutlas.simulation;

import eu.eutlas.domain.Slot;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Organizations and projects with the places that they hold, and who serves under which name. */
final class Places {
  private final Told told;
  private final Lives lives;
  private final Map<String, Organization> organizations = new TreeMap<>();
  private final Map<String, Project> projects = new TreeMap<>();
  private final Map<String, String> serving = new HashMap<>();
  private final Set<String> restless = new HashSet<>();

  Places(Told told, Lives lives) {
    this.told = told;
    this.lives = lives;
  }

  Map<String, Organization> organizations() {
    return organizations;
  }

  Map<String, Project> projects() {
    return projects;
  }

  /** Where somebody belongs. */
  Set<OrgId> homeOf(UserId user) {
    return organizations.values().stream()
        .filter(organization -> organization.roleOf(user).isPresent())
        .map(Organization::id)
        .collect(Collectors.toSet());
  }

  boolean areAtRest() {
    return restless.isEmpty();
  }

  Optional<String> someRestless() {
    return restless.stream().sorted().findFirst();
  }

  void committed(Organization organization) {
    var key = organization.id().value();
    organizations.put(key, organization);
    told.committed(key, organization.outbox());
    if (organization.members().stream().noneMatch(member -> member.role() == Role.OWNER)) {
      throw Invariant.THE_LAST_OWNER_STAYS.broken(key, "An organization has no owner any more.");
    }
    held(key, organization.projects(), Organization.MAX_PROJECTS, false);
  }

  void committed(Project project) {
    var key = project.id().value();
    var before = projects.put(key, project);
    told.committed(key, project.outbox());
    if (before != null && before.isActive() && !project.isActive() && project.outbox().isEmpty()) {
      told.abandoned(key);
    }
    if (!project.isActive() && !project.clusters().isEmpty()) {
      throw broken(key, "A project goes while it has clusters.");
    }
    held(key, project.clusters(), Project.MAX_CLUSTERS, !project.isActive());
    if (before != null) {
      before.clusters().all().stream()
          .filter(slot -> project.clusters().find(slot.id()).isEmpty())
          .forEach(slot -> freed(slot.id().value()));
    }
  }

  void removed(ProjectId id) {
    var project = projects.get(id.value());
    if (project != null && !project.isActive()) {
      projects.remove(id.value());
      restless.remove(id.value());
    }
  }

  /** Two that serve never share a name. */
  void committed(Cluster cluster) {
    var name = cluster.projectId() + " " + cluster.name();
    var id = cluster.id().value();
    var serves =
        cluster.state() instanceof ClusterState.Ready
            || cluster.state() instanceof ClusterState.Degraded;
    if (serves) {
      var other = serving.put(name, id);
      if (other != null && !other.equals(id)) {
        throw broken(id, "Two clusters serve under one name; the other is " + other + ".");
      }
      var project = projects.get(cluster.projectId().value());
      if (project == null || project.clusters().find(cluster.id()).isEmpty()) {
        throw broken(id, "A cluster serves without a place in its project.");
      }
    } else {
      serving.remove(name, id);
    }
  }

  private void freed(String cluster) {
    var there = lives.all().get(cluster);
    var may =
        there == null
            || there.state() instanceof ClusterState.Deleting
            || there.state() instanceof ClusterState.Deleted
            || there.state() instanceof ClusterState.Failed;
    if (!may) {
      throw broken(cluster, "The place of a living cluster is freed.");
    }
  }

  private void held(String parent, Slots<?> slots, int most, boolean going) {
    var names = new HashSet<String>();
    var reserved = going;
    for (var slot : slots.all()) {
      if (!names.add(slot.nameKey())) {
        throw broken(parent, "Two places have the name " + slot.nameKey() + ".");
      }
      reserved |= slot.state() == Slot.State.RESERVED;
    }
    if (slots.size() > most) {
      throw broken(parent, "There are more places than allowed.");
    }
    if (reserved) {
      restless.add(parent);
    } else {
      restless.remove(parent);
    }
  }

  private static Violation broken(String subject, String message) {
    return Invariant.NAMES_AND_PLACES_HOLD.broken(subject, message);
  }
}
