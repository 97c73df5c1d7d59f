package eu.eutlas.domain.cluster;

import eu.eutlas.domain.operation.OperationStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lies between what is wanted and what is seen: where that leaves the operation, why, and what
 * closes it.
 *
 * @param reason a sentence for people
 * @param actions empty when there is nothing to do but to wait
 */
record Gap(OperationStep step, String reason, List<Action> actions) {

  /**
   * Whether closing the gap takes effect at once, so that it is worth looking again immediately.
   */
  boolean isUrgent() {
    return actions.stream()
        .anyMatch(action -> action instanceof Action.EnsureUsers || action instanceof Action.Admit);
  }

  /** What keeps a cluster from being proved; absent when nothing does. */
  static Optional<Gap> toServing(Cluster cluster, ClusterObservation seen, Instant now) {
    var wanted = cluster.spec().generation();
    return switch (seen) {
      case ClusterObservation.Absent() ->
          Optional.of(provision(cluster, "Its servers do not exist."));
      case ClusterObservation.Starting(var generation, var detail) ->
          Optional.of(generation == wanted ? await(detail) : provision(cluster, detail));
      case ClusterObservation.Failing(var generation, var detail) ->
          Optional.of(generation == wanted ? await(detail) : provision(cluster, detail));
      case ClusterObservation.Stopped ignored ->
          Optional.of(provision(cluster, "Its servers are stopped."));
      case ClusterObservation.Leaving(var detail) ->
          Optional.of(new Gap(OperationStep.PROVISIONING, detail, List.of()));
      case ClusterObservation.Running running ->
          running.generation() == wanted
              ? access(cluster, running, now).or(() -> users(cluster, running))
              : Optional.of(provision(cluster, "Its servers run an earlier configuration."));
    };
  }

  /** What keeps a cluster from being stopped; absent when nothing does. */
  static Optional<Gap> toStop(Cluster cluster, ClusterObservation seen) {
    return switch (seen) {
      case ClusterObservation.Stopped(var generation) ->
          generation == cluster.spec().generation()
              ? Optional.empty()
              : Optional.of(stop(cluster, "Its servers were stopped before."));
      case ClusterObservation.Absent() ->
          Optional.of(new Gap(OperationStep.STOPPING, "Its servers do not exist.", List.of()));
      case ClusterObservation.Leaving(var detail) ->
          Optional.of(new Gap(OperationStep.STOPPING, detail, List.of()));
      case ClusterObservation.Starting(var generation, var detail) ->
          Optional.of(stop(cluster, detail));
      case ClusterObservation.Failing(var generation, var detail) ->
          Optional.of(stop(cluster, detail));
      case ClusterObservation.Running ignored ->
          Optional.of(stop(cluster, "Its servers still run."));
    };
  }

  /** What keeps a cluster from being gone; absent when nothing does. */
  static Optional<Gap> toAbsence(Cluster cluster, ClusterObservation seen) {
    return switch (seen) {
      case ClusterObservation.Absent() -> Optional.empty();
      case ClusterObservation.Leaving(var detail) -> Optional.of(remove(cluster, detail));
      case ClusterObservation.Starting ignored -> Optional.of(remove(cluster));
      case ClusterObservation.Running ignored -> Optional.of(remove(cluster));
      case ClusterObservation.Stopped ignored -> Optional.of(remove(cluster));
      case ClusterObservation.Failing ignored -> Optional.of(remove(cluster));
    };
  }

  private static Optional<Gap> access(
      Cluster cluster, ClusterObservation.Running seen, Instant now) {
    var wanted = cluster.spec().access().at(now).ranges();
    return seen.admitted()
        .filter(ranges -> !ranges.equals(wanted))
        .map(ranges ->
            new Gap(
                OperationStep.ADMITTING,
                "It can be reached from elsewhere than its access list says.",
                List.of(new Action.Admit(cluster.id(), cluster.spec().region(), wanted))));
  }

  private static Optional<Gap> users(Cluster cluster, ClusterObservation.Running seen) {
    return switch (seen.users()) {
      case UsersTrial.Proved ignored -> Optional.empty();
      case UsersTrial.NotTried() ->
          isProved(cluster, seen)
              ? Optional.empty()
              : Optional.of(
                  new Gap(OperationStep.PROVING, "Its login was not tried yet.", List.of()));
      case UsersTrial.NotYet(var detail) ->
          Optional.of(new Gap(OperationStep.PROVING, detail, List.of()));
      case UsersTrial.Differs differs ->
          Optional.of(
              new Gap(
                  ClusterRestore.isLocked(cluster)
                      ? OperationStep.KEEPING_OUT
                      : OperationStep.CREATING_LOGIN,
                  differs.reason(),
                  List.of(
                      new Action.EnsureUsers(
                          cluster.id(), cluster.spec(), seen.endpoint(), differs))));
    };
  }

  private static boolean isProved(Cluster cluster, ClusterObservation.Running seen) {
    return cluster.state() instanceof ClusterState.Ready(var proof)
        && proof.covers(cluster.spec(), seen);
  }

  private static Gap provision(Cluster cluster, String reason) {
    return new Gap(
        OperationStep.PROVISIONING,
        reason,
        List.of(new Action.Provision(cluster.id(), cluster.spec())));
  }

  private static Gap stop(Cluster cluster, String reason) {
    return new Gap(
        OperationStep.STOPPING, reason, List.of(new Action.Stop(cluster.id(), cluster.spec())));
  }

  private static Gap remove(Cluster cluster) {
    return remove(cluster, "Its servers still exist.");
  }

  private static Gap remove(Cluster cluster, String reason) {
    return new Gap(
        OperationStep.REMOVING,
        reason,
        List.of(new Action.Deprovision(cluster.id(), cluster.spec().region())));
  }

  private static Gap await(String detail) {
    return new Gap(OperationStep.STARTING, detail, List.of());
  }
}
