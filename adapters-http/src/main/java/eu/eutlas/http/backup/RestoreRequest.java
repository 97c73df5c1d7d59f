package eu.eutlas.http.backup;

import static java.util.Objects.requireNonNull;

import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.application.backup.RestoreBackup;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.json.JsonRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Into which cluster a backup is restored: one that is there or a new one, and exactly one of the
 * two is said; which databases or collections alone, and under which names; and whether what is
 * there is backed up first, as is usual.
 */
record RestoreRequest(
    Optional<ClusterId> targetClusterId,
    Optional<NewCluster> newCluster,
    Optional<List<PickRequest>> namespaces,
    Optional<Boolean> safetyBackup)
    implements JsonRequest {
  /** A cluster that is made for it; what is not said is as it was of the one backed up. */
  record NewCluster(
      ClusterName name,
      Optional<ProjectId> projectId,
      Optional<PlanId> plan,
      Optional<RegionId> region,
      Optional<MongoVersion> mongoVersion,
      Optional<Labels> labels,
      Optional<Boolean> deletionProtection)
      implements JsonRequest {}

  /** A database, or database.collection, and the name that it gets. */
  record PickRequest(PickName from, Optional<PickName> to) implements JsonRequest {
    PickRequest {
      var unused = new Selection.Pick(from.value(), to.map(PickName::value));
    }

    Selection.Pick pick() {
      return new Selection.Pick(from.value(), to.map(PickName::value));
    }
  }

  /** What becomes of it, into the one or the other. */
  <T> Outcome<T> choose(
      Function<ClusterId, Outcome<T>> intoOne, Function<NewCluster, Outcome<T>> intoNew) {
    if (targetClusterId.isPresent() == newCluster.isPresent()) {
      return Outcome.refused(
          Refusal.invalid("targetClusterId", "Say targetClusterId or newCluster: one of the two."));
    }
    try {
      var unused = what();
    } catch (InvalidValue invalid) {
      // Each namespace is right by itself; what they come to together is known only here.
      return Outcome.refused(Refusal.invalid("namespaces", requireNonNull(invalid.getMessage())));
    }
    return targetClusterId.map(intoOne).or(() -> newCluster.map(intoNew)).orElseThrow();
  }

  private Selection what() {
    return Selection.of(namespaces.orElse(List.of()).stream().map(PickRequest::pick).toList());
  }

  RestoreBackup.Into into(BackupAddress source, ClusterId target) {
    return new RestoreBackup.Into(source, target, what(), safetyBackup.orElse(true));
  }

  RestoreBackup.IntoNew intoNew(
      BackupAddress source, NewCluster wanted, Optional<OriginKey> origin) {
    return new RestoreBackup.IntoNew(
        source,
        wanted.projectId(),
        wanted.name(),
        wanted.plan(),
        wanted.region(),
        wanted.mongoVersion(),
        new ClusterSettings(
            wanted.labels().orElse(Labels.NONE), wanted.deletionProtection().orElse(false)),
        what(),
        origin);
  }
}
