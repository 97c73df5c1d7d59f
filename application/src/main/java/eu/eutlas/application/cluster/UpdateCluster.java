package eu.eutlas.application.cluster;

import eu.eutlas.application.Access;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Changes a cluster's labels and its protection from deletion. */
public final class UpdateCluster {
  private final ClusterAccess access;
  private final ClusterRepository clusters;
  private final OperationOrder orders;

  public UpdateCluster(ClusterAccess access, ClusterRepository clusters, OperationOrder orders) {
    this.access = access;
    this.clusters = clusters;
    this.orders = orders;
  }

  /**
   * What to change.
   *
   * @param deletionProtection absent to leave it
   * @param ifMatch absent when any revision will do
   */
  public record Command(
      Address address,
      LabelPatch labels,
      Optional<Boolean> deletionProtection,
      Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return access
        .admitted(actor, admitted -> change(admitted, command))
        .map(saved -> {
          orders.told(saved);
          return saved;
        });
  }

  private Outcome<Cluster> change(Access admitted, Command command) {
    return Changes.apply(
        () ->
            access
                .load(admitted, Permission.CHANGE_CLUSTER, command.address())
                .flatMap(
                    cluster -> Revisions.check(cluster, cluster.revision(), command.ifMatch())),
        cluster ->
            labels(cluster, command.labels())
                .flatMap(labels ->
                    cluster.update(
                        new ClusterSettings(
                            labels,
                            command
                                .deletionProtection()
                                .orElse(cluster.settings().deletionProtection()),
                            cluster.settings().backups()),
                        admitted.actor(),
                        orders.turn())),
        clusters::save);
  }

  /** Whether the labels are valid shows only when the patch meets what is there. */
  private static Outcome<Labels> labels(Cluster cluster, LabelPatch patch) {
    try {
      return Outcome.done(patch.apply(cluster.settings().labels()));
    } catch (InvalidValue e) {
      return Outcome.refused(Refusal.invalid("labels", String.valueOf(e.getMessage())));
    }
  }
}
