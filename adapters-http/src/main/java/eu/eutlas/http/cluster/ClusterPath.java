package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.ClusterAccess;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.project.ProjectId;
import jakarta.ws.rs.PathParam;

/** The address of a cluster in a path. */
public final class ClusterPath {
  private final ClusterAccess.Address address;

  public ClusterPath(
      @PathParam("projectId") ProjectId project, @PathParam("clusterId") ClusterId cluster) {
    this.address = new ClusterAccess.Address(project, cluster);
  }

  public ClusterAccess.Address address() {
    return address;
  }
}
