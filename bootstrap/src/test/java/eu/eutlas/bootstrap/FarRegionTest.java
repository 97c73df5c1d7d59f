package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product starts though a region of it cannot be used, and says what is wrong with it. */
class FarRegionTest {
  @TempDir Path folder;

  @Test
  void aRegionThatCannotBeUsedIsToldAndHoldsNobodyElseUp()
      throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var person = new Person("dev@example.org");

    try (var product = RunningProduct.start(data, Map.of("EUTLAS_CONFIG", file().toString()))) {
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      var near = Order.place(rest, "near");
      var far = Order.place(rest, "far");

      near.awaitReady(rest);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> !operation(rest, far).at("/error/code").asText().isEmpty());
      var operation = operation(rest, far);
      assertThat(operation.path("state").asText()).isEqualTo("RUNNING");
      assertThat(operation.at("/error/code").asText()).isEqualTo("REGION_REFUSED");
      assertThat(operation.at("/error/message").asText())
          .contains("The kubeconfig")
          .contains("cannot be read");
      assertThat(rest.get("regions").body().toString()).contains("\"health\":\"DOWN\"");
      assertThat(product.stop(Duration.ofSeconds(15))).isTrue();
    }
  }

  private static JsonNode operation(Rest rest, Order order)
      throws IOException, InterruptedException {
    return rest.get("operations/" + order.operation()).body();
  }

  private Path file() throws IOException {
    return Files.writeString(
        folder.resolve("eutlas.yaml"),
        """
        regions:
          - {id: near, name: Near, location: here, type: local}
          - id: far
            name: Far
            location: there
            type: kubernetes
            kubeconfig: %s
            operator: mongodb-community
            operatorNamespace: mongodb-operator
            eutlasRanges: [192.0.2.7]
            releases: {"7.0": 7.0.14}
        """
            .formatted(folder.resolve("kubeconfig")));
  }
}
