package eu.eutlas.http.backup;

import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.http.cluster.ClusterPath;
import eu.eutlas.http.problem.RefusedException;
import jakarta.ws.rs.PathParam;

/** The address of a backup in a path. */
public final class BackupPath {
  private final ClusterPath cluster;
  private final String backup;

  public BackupPath(
      @PathParam("projectId") String project,
      @PathParam("clusterId") String cluster,
      @PathParam("backupId") String backup) {
    this.cluster = new ClusterPath(project, cluster);
    this.backup = backup;
  }

  /** The address; what is no id is the id of nothing. */
  BackupAddress address() {
    try {
      return new BackupAddress(cluster.address(), new BackupId(backup));
    } catch (InvalidValue e) {
      throw new RefusedException(Refusal.notFound("backup"));
    }
  }
}
