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

  /** All clusters, oldest first. */
  public static final ClusterQuery ALL =
      new ClusterQuery(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Sort.OLDEST_FIRST);

  public static ClusterQuery ofProject(ProjectId project) {
    return ALL.in(project);
  }

  /** The same, in a project. */
  public ClusterQuery in(ProjectId wanted) {
    return new ClusterQuery(
        org, Optional.of(wanted), state, plan, region, label, nameContains, sort);
  }

  /** The same, in an organization. */
  public ClusterQuery in(OrgId wanted) {
    return new ClusterQuery(
        Optional.of(wanted), project, state, plan, region, label, nameContains, sort);
  }
}
