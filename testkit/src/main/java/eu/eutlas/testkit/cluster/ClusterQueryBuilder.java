package eu.eutlas.testkit.cluster;

import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.util.Optional;

/** What is asked of clusters, in the making; see {@link Clusters}. */
public final class ClusterQueryBuilder {
  private Optional<OrgId> org = Optional.empty();
  private Optional<ProjectId> project = Optional.empty();
  private Optional<ClusterState.Name> state = Optional.empty();
  private Optional<PlanId> plan = Optional.empty();
  private Optional<RegionId> region = Optional.empty();
  private Optional<String> label = Optional.empty();
  private Optional<String> nameContains = Optional.empty();
  private ClusterQuery.Sort sort = ClusterQuery.Sort.OLDEST_FIRST;

  ClusterQueryBuilder() {}

  public ClusterQueryBuilder org(OrgId value) {
    this.org = Optional.of(value);
    return this;
  }

  public ClusterQueryBuilder project(ProjectId value) {
    this.project = Optional.of(value);
    return this;
  }

  public ClusterQueryBuilder state(ClusterState.Name value) {
    this.state = Optional.of(value);
    return this;
  }

  public ClusterQueryBuilder plan(String value) {
    this.plan = Optional.of(new PlanId(value));
    return this;
  }

  public ClusterQueryBuilder region(RegionId value) {
    this.region = Optional.of(value);
    return this;
  }

  /** A key, or {@code key=value}. */
  public ClusterQueryBuilder label(String value) {
    this.label = Optional.of(value);
    return this;
  }

  public ClusterQueryBuilder nameContains(String value) {
    this.nameContains = Optional.of(value);
    return this;
  }

  public ClusterQueryBuilder sort(ClusterQuery.Sort value) {
    this.sort = value;
    return this;
  }

  public ClusterQuery build() {
    return new ClusterQuery(org, project, state, plan, region, label, nameContains, sort);
  }
}
