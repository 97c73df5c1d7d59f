package eu.eutlas.application.cluster;

import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.util.Optional;

/**
 * Which clusters are wanted: those that match all that is given. Deleted ones never match.
 *
 * @param label a key, or a key and its value as {@code key=value}
 * @param nameContains part of a name
 */
public record ClusterQuery(
    Optional<OrgId> org,
    Optional<ProjectId> project,
    Optional<ClusterState.Name> state,
    Optional<PlanId> plan,
    Optional<RegionId> region,
    Optional<String> label,
    Optional<String> nameContains,
    Sort sort) {

  /** How lists of clusters can be sorted. */
  public enum Sort {
    OLDEST_FIRST,
    NEWEST_FIRST,
    BY_NAME
  }

  public static ClusterQuery ofProject(ProjectId project) {
    return new ClusterQuery(
        Optional.empty(),
        Optional.of(project),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Sort.OLDEST_FIRST);
  }
}
