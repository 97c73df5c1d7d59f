package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.permanent;
import static eu.eutlas.domain.cluster.ClusterFixture.someone;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.ClusterState.Name;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every way from one state to another, found by going it: each command, look and failure. */
final class LifecycleMap {
  private static final Duration LATE = Duration.ofDays(1);

  private final Map<Way, Set<String>> ways = new TreeMap<>();

  /** From one state to another. */
  record Way(Name from, Name to) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      return Comparator.comparing(Way::from).thenComparing(Way::to).compare(this, other);
    }
  }

  /** All ways, each with the commands and the events that lead along it. */
  static Map<Way, Set<String>> drawn() {
    var map = new LifecycleMap();
    Arrays.stream(Stage.values())
        .map(Stage::cluster)
        .flatMap(LifecycleMap::andNext)
        .forEach(map::go);
    return map.ways;
  }

  /** The cluster, and what it is after each command that it takes. */
  private static Stream<Cluster> andNext(Cluster cluster) {
    var commanded =
        Arrays.stream(ClusterCommand.values())
            .map(command -> ordered(command, cluster))
            .flatMap(outcome ->
                outcome instanceof Outcome.Done<Cluster>(var next)
                    ? Stream.of(ClusterFixture.relayed(next))
                    : Stream.empty());
    return Stream.concat(Stream.of(cluster), commanded);
  }

  private void go(Cluster cluster) {
    for (var command : ClusterCommand.values()) {
      commanded(cluster, ordered(command, cluster), command.name());
    }
    var running = cluster.running().map(Operation::id);
    running.ifPresent(id ->
        commanded(cluster, SecondThought.cancel(cluster, id, someone(), turn(NOW)), "CANCEL"));
    for (var seen : Seen.values()) {
      happened(cluster, looked(cluster, seen, NOW));
      happened(cluster, looked(cluster, seen, NOW.plus(LATE)));
    }
    happened(
        cluster,
        ClusterLifecycle.attemptFailed(cluster, permanent(), RetryPolicy.USUAL, turn(NOW)));
  }

  private static Outcome<Cluster> ordered(ClusterCommand command, Cluster cluster) {
    var failed = cluster.status().operation();
    return switch (command) {
      case RESIZE ->
          ClusterChange.resize(
              cluster,
              ClusterFixture.aPlan("LARGE", 9),
              operation(OperationType.RESIZE),
              turn(NOW));
      case UPGRADE ->
          ClusterChange.upgrade(
              cluster, new MongoVersion("8.0"), operation(OperationType.UPGRADE), turn(NOW));
      case ROTATE_CREDENTIALS ->
          UserChange.rotate(
              cluster,
              ClusterFixture.PASSWORD,
              Duration.ofHours(1),
              operation(OperationType.ROTATE_CREDENTIALS),
              turn(NOW));
      case DATABASE_USERS ->
          UserChange.create(
              cluster,
              ClusterFixture.newUser("reporter"),
              operation(OperationType.CREATE_DATABASE_USER),
              turn(NOW));
      case ACCESS_LIST ->
          AccessChange.add(
              cluster,
              new AccessEntry(new Cidr("192.0.2.0/24"), AccessComment.NONE, Optional.empty()),
              operation(OperationType.CHANGE_ACCESS_LIST),
              turn(NOW));
      case BACK_UP -> ClusterBackup.begin(cluster, ClusterFixture.aBackup(cluster), turn(NOW));
      case PAUSE -> ClusterChange.pause(cluster, operation(OperationType.PAUSE), turn(NOW));
      case RESUME -> ClusterChange.resume(cluster, operation(OperationType.RESUME), turn(NOW));
      case RESTORE ->
          ClusterRestore.order(
              cluster,
              RestoreFixture.restoration(),
              RestoreFixture.contents(),
              operation(OperationType.RESTORE),
              turn(NOW));
      case DELETE -> cluster.delete(operation(OperationType.DELETE), turn(NOW));
      case RETRY ->
          SecondThought.retry(
              cluster,
              failed.map(Operation::id).orElse(operation(OperationType.CREATE).id()),
              operation(failed.map(Operation::type).orElse(OperationType.CREATE)),
              turn(NOW));
    };
  }

  private static Operation operation(OperationType type) {
    return Given.operation(type, 0xf7);
  }

  private static Cluster looked(Cluster cluster, Seen seen, Instant at) {
    return ClusterLifecycle.step(cluster, seen.observation(cluster.spec().generation()), turn(at))
        .next();
  }

  private void commanded(Cluster from, Outcome<Cluster> outcome, String command) {
    if (outcome instanceof Outcome.Done<Cluster>(var to)) {
      mark(from, to, command.toLowerCase(Locale.ROOT));
    }
  }

  private void happened(Cluster from, Cluster to) {
    to.outbox().events().forEach(event -> mark(from, to, event.type().name()));
  }

  private void mark(Cluster from, Cluster to, String why) {
    var way = new Way(from.state().name(), to.state().name());
    if (way.from() != way.to()) {
      ways.computeIfAbsent(way, any -> new TreeSet<>()).add(why);
    }
  }
}
