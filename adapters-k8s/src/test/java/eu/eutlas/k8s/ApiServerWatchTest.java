package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.k8s.standin.AgainstApiServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That a real API server gives the metadata of a watch, and nothing but ids comes of it. */
@AgainstApiServer
final class ApiServerWatchTest {
  private final TestRegion region = new TestRegion(Dialect.PERCONA);
  private final List<ClusterId> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    region.clear();
    region.close();
  }

  @Test
  void tellsWhatWasThereWhatComesAndWhatGoes() {
    region.plane().provision(Samples.order(1, 1));
    region.awaitRunning(1, 1);

    try (var watch = region.plane().watch(told::add)) {
      assertThat(watch).isNotNull();
      awaitTold(1);

      region.plane().provision(Samples.order(2, 1));
      awaitTold(2);
      region.awaitRunning(2, 1);
      told.clear();

      region.plane().deprovision(Samples.id(1));
      awaitTold(1);
    }
  }

  private void awaitTold(int number) {
    await().atMost(Duration.ofSeconds(20)).until(() -> told.contains(Samples.id(number)));
  }
}
