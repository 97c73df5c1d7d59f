package eu.eutlas.application.cluster;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.ProjectId;
import java.util.function.Function;

/** Finds the cluster that somebody means, if they may do what they want with it. */
public final class ClusterAccess {
  private final Authorizer authorizer;
  private final ClusterRepository clusters;

  public ClusterAccess(Authorizer authorizer, ClusterRepository clusters) {
    this.authorizer = authorizer;
    this.clusters = clusters;
  }

  /** A cluster by its address: the project that it is in, and its id. */
  public record Address(ProjectId project, ClusterId cluster) {}

  /** Loads the cluster for an actor with the permission. */
  Outcome<Cluster> find(Actor actor, Permission permission, Address address) {
    return admitted(actor, access -> load(access, permission, address));
  }

  <T> Outcome<T> admitted(Actor actor, Function<Access, Outcome<T>> then) {
    return authorizer.admit(actor).flatMap(then);
  }

  Outcome<Cluster> load(Access access, Permission permission, Address address) {
    var found =
        clusters
            .find(access.scope(), address.cluster())
            .filter(cluster -> cluster.projectId().equals(address.project()))
            .filter(cluster -> !cluster.isDeleted());
    return access.allow(permission, found, Cluster::orgId, "cluster");
  }
}
