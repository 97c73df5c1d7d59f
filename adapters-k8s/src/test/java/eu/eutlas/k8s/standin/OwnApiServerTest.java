package eu.eutlas.k8s.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@AgainstOwnApiServer
final class OwnApiServerTest {
  @TempDir private Path folder;

  @Test
  void comesBackWhereItWasWithWhatItHad() {
    try (var own = new OwnApiServer(folder);
        var operator = StandInOperator.percona(own.kubeconfig(), "away")) {
      var before = ApiServer.of(own.kubeconfig());
      before.create(Kind.NAMESPACE, "", namespace("one"));

      own.goAway();
      assertThatThrownBy(() -> before.list(Kind.NAMESPACE, "", ""))
          .isInstanceOf(UncheckedIOException.class);
      own.comeBack();

      assertThat(before.find(Kind.NAMESPACE, "", "one")).isPresent();
      before.create(Kind.NAMESPACE, "", namespace("two"));
      before.apply(Kind.PERCONA, "two", "p1", resource());
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              before
                  .find(Kind.PERCONA, "two", "p1")
                  .filter(seen -> seen.text("status", "state").equals("ready"))
                  .isPresent());
      assertThat(operator).isNotNull();
    }
  }

  private static String namespace(String name) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: %s, labels: {eutlas.eu/installation: away}}
    """
        .formatted(name);
  }

  private static String resource() {
    return """
    apiVersion: psmdb.percona.com/v1
    kind: PerconaServerMongoDB
    metadata: {name: p1, labels: {eutlas.eu/installation: away}}
    spec:
      image: percona/percona-server-mongodb:7.0.14-8
      unsafeFlags: {replsetSize: true}
      replsets:
      - name: rs0
        size: 1
        volumeSpec: {persistentVolumeClaim: {resources: {requests: {storage: 1Gi}}}}
    """;
  }
}
