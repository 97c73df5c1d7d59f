package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.testkit.cluster.PausingDataPlaneContract;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

@AgainstApiServer
final class PerconaPausingTest extends PausingDataPlaneContract {
  private static TestRegion region;

  @BeforeAll
  static void open() {
    region = new TestRegion(Dialect.PERCONA);
  }

  @AfterAll
  static void close() {
    region.close();
  }

  @AfterEach
  void clear() {
    region.clear();
  }

  @Override
  protected DataPlane dataPlane() {
    return region.plane();
  }

  /** There is no network of pods here: where a pod is ready, a server would answer. */
  @Override
  protected boolean answers(Endpoint endpoint) {
    var namespace = endpoint.host().split("\\.", -1)[2];
    return region.api().list(ResourceType.POD, Optional.of(namespace), Map.of()).items().stream()
        .flatMap(pod -> pod.items("status", "conditions").stream())
        .anyMatch(condition ->
            condition.text("type").equals(Optional.of("Ready"))
                && condition.text("status").equals(Optional.of("True")));
  }

  @Override
  protected Duration patience() {
    return TestRegion.PATIENCE;
  }
}
