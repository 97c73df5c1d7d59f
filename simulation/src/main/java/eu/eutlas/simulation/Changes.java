package eu.eutlas.simulation;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.PauseCluster;
import eu.eutlas.application.cluster.ResizeCluster;
import eu.eutlas.application.cluster.ResumeCluster;
import eu.eutlas.application.cluster.UpgradeCluster;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import java.util.Optional;

/** What people do to clusters that are there, and what they think of it afterwards. */
final class Changes {
  private static final double OTHER_MIND = 0.2;

  private static final long AT_ONCE = 40;

  private Changes() {}

  /** To a larger plan, to a smaller or the same one, or to one that does not exist. */
  static void resize(Visit visit) {
    visit.someCluster().ifPresent(address -> resize(visit, address));
  }

  /** To the next version, to the one after it, to an older one, or to one that is not offered. */
  static void upgrade(Visit visit) {
    visit.someCluster().ifPresent(address -> upgrade(visit, address));
  }

  /** Where it is ready; what was paused before is not. */
  static void pause(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address -> {
          var command = new PauseCluster.Command(address, Deeds.maybeRevision(visit));
          changed(visit, "pause", visit.eutlas().clusters().pause().handle(visit.actor(), command));
        });
  }

  /** Mostly of one that is paused. */
  static void resume(Visit visit) {
    visit
        .somePausedCluster()
        .ifPresent(address -> {
          var command = new ResumeCluster.Command(address, Deeds.maybeRevision(visit));
          changed(
              visit, "resume", visit.eutlas().clusters().resume().handle(visit.actor(), command));
        });
  }

  /** Two changes of one cluster, perhaps by two nodes: one of them comes too late. */
  static void twoAtOnce(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address -> {
          var wait = visit.luck().between(0, AT_ONCE);
          visit.people().again(visit, wait, again -> upgrade(again, address));
          resize(visit, address);
        });
  }

  /** What left a cluster failed is tried again; of other operations it is refused. */
  static void retry(Visit visit) {
    visit
        .failedOperation()
        .or(visit::someOperation)
        .ifPresent(operation ->
            visit
                .answered(
                    "retry",
                    visit.eutlas().operations().retry().handle(visit.actor(), operation),
                    Operation::orgId)
                .ifPresent(visit::accepted));
  }

  /** Mostly too late. */
  static void cancel(Visit visit) {
    visit.someOperation().ifPresent(operation -> cancel(visit, operation));
  }

  /** Some who are answered think better of it at once. */
  static void maybeThinkBetter(Visit visit, Optional<Operation> answered) {
    if (visit.luck().of(OTHER_MIND)) {
      answered.map(Operation::id).ifPresent(operation -> cancel(visit, operation));
    }
  }

  private static void resize(Visit visit, Address address) {
    var plan = visit.luck().of(0.05) ? "NONE" : visit.luck().one(World.PLANS);
    var command = new ResizeCluster.Command(address, new PlanId(plan), Deeds.maybeRevision(visit));
    changed(visit, "resize", visit.eutlas().clusters().resize().handle(visit.actor(), command));
  }

  private static void upgrade(Visit visit, Address address) {
    var version = visit.luck().of(0.05) ? "4.4" : visit.luck().one(World.VERSIONS);
    var command =
        new UpgradeCluster.Command(address, new MongoVersion(version), Deeds.maybeRevision(visit));
    changed(visit, "upgrade", visit.eutlas().clusters().upgrade().handle(visit.actor(), command));
  }

  static void changed(Visit visit, String what, Outcome<Cluster> outcome) {
    visit
        .answered(what, outcome, Cluster::orgId)
        .ifPresent(cluster -> {
          visit.accepted(cluster);
          maybeThinkBetter(visit, cluster.running());
        });
  }

  private static void cancel(Visit visit, OperationId operation) {
    visit
        .answered(
            "cancel",
            visit.eutlas().operations().cancel().handle(visit.actor(), operation),
            Operation::orgId)
        .ifPresent(visit::cancelled);
  }
}
