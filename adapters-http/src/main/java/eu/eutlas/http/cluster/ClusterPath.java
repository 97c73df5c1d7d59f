package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.ClusterAccess;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.problem.RefusedException;
import jakarta.ws.rs.PathParam;

/** The address of a cluster in a path. */
public final class ClusterPath {
  private final String project;
  private final String cluster;

  public ClusterPath(
      @PathParam("projectId") String project, @PathParam("clusterId") String cluster) {
    this.project = project;
    this.cluster = cluster;
  }

  /** The address; what is no id is the id of nothing. */
  public ClusterAccess.Address address() {
    try {
      return new ClusterAccess.Address(new ProjectId(project), new ClusterId(cluster));
    } catch (InvalidValue e) {
      throw new RefusedException(Refusal.notFound("cluster"));
    }
  }
}
