package eu.eutlas.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A data plane on a folder, that can be closed and opened again, and what tests wait for. */
final class LocalRegion implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Path folder;
  private LocalDataPlane plane;

  LocalRegion(Path folder) {
    this.folder = folder;
    plane = open(folder);
  }

  private static LocalDataPlane open(Path folder) {
    return LocalDataPlane.open(folder, Orders.REGION, Orders.INSTALLATION);
  }

  LocalDataPlane plane() {
    return plane;
  }

  void restart() {
    plane.close();
    plane = open(folder);
  }

  Endpoint run(int number) {
    return run(number, 1);
  }

  Endpoint run(int number, long generation) {
    plane.provision(Orders.generation(number, generation));
    return awaitRunning(number, generation);
  }

  Endpoint awaitRunning(int number, long generation) {
    var running =
        (ClusterObservation.Running)
            await(
                number,
                seen ->
                    seen instanceof ClusterObservation.Running seenRunning
                        && seenRunning.generation() == generation);
    return running.endpoint();
  }

  ClusterObservation await(int number, Predicate<ClusterObservation> wanted) {
    var last = new AtomicReference<ClusterObservation>(new ClusterObservation.Absent());
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .pollDelay(Duration.ZERO)
        .until(() -> {
          last.set(plane.observe(Orders.id(number)));
          return wanted.test(last.get());
        });
    return last.get();
  }

  void awaitAbsent(int number) {
    await(number, ClusterObservation.Absent.class::isInstance);
  }

  Path folder(int number) {
    return folder.resolve(Orders.id(number).value());
  }

  ClusterObservation observe(int number) {
    ClusterId id = Orders.id(number);
    return plane.observe(id);
  }

  static MongoClient admin(Endpoint endpoint, long generation) {
    return client(endpoint, Orders.ADMIN, Orders.password(generation));
  }

  static MongoClient client(Endpoint endpoint, String username, Secret password) {
    return MongoClients.create(endpoint.connectionString(username, password).reveal());
  }

  @Override
  public void close() {
    plane.close();
  }
}
