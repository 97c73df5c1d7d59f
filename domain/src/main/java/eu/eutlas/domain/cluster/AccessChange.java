package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import java.util.Optional;

/** What people ask of a cluster's access list. The servers run on meanwhile. */
public final class AccessChange {
  private AccessChange() {}

  /** Lets a range in, or changes what is noted of it and when it ends. */
  public static Outcome<Cluster> add(
      Cluster cluster, AccessEntry entry, Operation change, Turn turn) {
    return ClusterCommand.ACCESS_LIST
        .admit(cluster)
        .flatMap(admitted -> takes(admitted, entry, turn))
        .map(admitted ->
            changed(
                admitted,
                admitted.spec().access().with(entry),
                change,
                "Cluster %s is to be reached from %s.".formatted(cluster.name(), entry.range()),
                turn));
  }

  public static Outcome<Cluster> remove(Cluster cluster, Cidr range, Operation change, Turn turn) {
    return ClusterCommand.ACCESS_LIST
        .admit(cluster)
        .flatMap(admitted -> find(admitted, range).map(entry -> admitted))
        .map(admitted ->
            changed(
                admitted,
                admitted.spec().access().without(range),
                change,
                "Cluster %s is not to be reached from %s any more."
                    .formatted(cluster.name(), range),
                turn));
  }

  /** The entry of the range, or that there is none. */
  public static Outcome<AccessEntry> find(Cluster cluster, Cidr range) {
    return entry(cluster, range)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.notFound("entry")));
  }

  private static Optional<AccessEntry> entry(Cluster cluster, Cidr range) {
    return cluster.spec().access().entries().stream()
        .filter(entry -> entry.range().equals(range))
        .findFirst();
  }

  private static Outcome<Cluster> takes(Cluster cluster, AccessEntry entry, Turn turn) {
    if (entry.isExpired(turn.now())) {
      return Outcome.refused(Refusal.invalid("expiresAt", "This moment has passed."));
    }
    var known = entry(cluster, entry.range());
    if (known.filter(entry::equals).isPresent()) {
      return refused(
          RefusalCode.ACCESS_UNCHANGED,
          "The access list has the range %s already.".formatted(entry.range()));
    }
    return known.isPresent() || cluster.spec().access().entries().size() < AccessList.MOST
        ? Outcome.done(cluster)
        : refused(
            RefusalCode.ACCESS_LIST_FULL,
            "The access list has %d entries, and no more are possible. Delete one first."
                .formatted(AccessList.MOST));
  }

  private static Cluster changed(
      Cluster cluster, AccessList access, Operation change, String message, Turn turn) {
    return ClusterChange.update(
        cluster,
        cluster.spec().with(access),
        change,
        EventType.CLUSTER_ACCESS_CHANGE_REQUESTED,
        message,
        turn);
  }

  private static Outcome<Cluster> refused(RefusalCode code, String message) {
    return Outcome.refused(Refusal.conflict(code, message));
  }
}
