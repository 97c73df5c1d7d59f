package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.k8s.ScriptedApiServer.Answer;
import eu.eutlas.k8s.ScriptedApiServer.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kubeconfig whose login has ended and is renewed while EUTLAS runs. */
@Timeout(60)
final class RenewedAccountTest {
  private static final Answer REFUSED = new Answer(401, "{kind: Status, code: 401}");

  @TempDir Path folder;
  private final ScriptedApiServer server =
      new ScriptedApiServer(question -> ScriptedApiServer.NOT_THERE);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aRenewedLoginCountsFromTheNextCallOn() throws IOException {
    try (var plane = server.plane(server.region(Dialect.PERCONA, folder))) {
      server.now(question -> isNew(question) ? nothing(question) : REFUSED);
      assertThatThrownBy(() -> plane.observe(Samples.id(1))).isInstanceOf(PortFailure.class);

      renew("token-that-was-renewed");

      assertThat(plane.observe(Samples.id(1))).isEqualTo(new Absent());
    }
  }

  @Test
  void theWatchGoesOnWithIt() throws IOException {
    try (var plane = server.plane(server.region(Dialect.PERCONA, folder))) {
      server.now(question -> isNew(question) ? nothing(question) : REFUSED);
      var watch = plane.watch(id -> {});
      renew("token-that-was-renewed");

      await().until(() -> server.questions().stream().anyMatch(RenewedAccountTest::isNew));
      watch.close();
    }
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheLoginThatThereIs() throws IOException {
    try (var plane = server.plane(server.region(Dialect.PERCONA, folder))) {
      server.now(RenewedAccountTest::nothing);
      Files.writeString(folder.resolve("kubeconfig"), "half of a fi");
      touch();

      assertThat(plane.observe(Samples.id(1))).isEqualTo(new Absent());
    }
  }

  private void renew(String token) throws IOException {
    server.kubeconfig(folder, token);
    touch();
  }

  /** Clocks of file systems may be coarse. */
  private void touch() throws IOException {
    var later = FileTime.from(Instant.now().plusSeconds(10));
    Files.setLastModifiedTime(folder.resolve("kubeconfig"), later);
  }

  private static boolean isNew(Question question) {
    return question.login().endsWith("token-that-was-renewed");
  }

  private static Answer nothing(Question question) {
    return question.isAbout("/persistentvolumes") || question.query().contains("labelSelector")
        ? new Answer(200, "{kind: List, metadata: {resourceVersion: '1'}, items: []}")
        : ScriptedApiServer.NOT_THERE;
  }
}
