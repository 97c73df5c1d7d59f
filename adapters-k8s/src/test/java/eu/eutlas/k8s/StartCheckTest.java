package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.k8s.KubernetesRegion.Account;
import eu.eutlas.k8s.ScriptedApiServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region that cannot work says so at the start, in a plain sentence. */
final class StartCheckTest {
  @TempDir Path folder;
  private final ScriptedApiServer server = new ScriptedApiServer(question -> new Answer(500, ""));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void namesTheRightsThatAreMissing() {
    server.now(question ->
        (question.body().contains("networkpolicies") && question.body().contains("\"patch\""))
                || question.body().contains("\"persistentvolumes\"")
            ? new Answer(201, "{\"kind\":\"x\",\"status\":{\"allowed\":false}}")
            : ScriptedApiServer.started(Dialect.PERCONA, question));

    refuses(
        "Region eu-north: EUTLAS lacks the right to patch networkpolicies, list persistentvolumes."
            + " Apply deploy/rbac.yaml.");
  }

  @Test
  void saysThatTheOperatorIsNotThere() {
    server.now(question -> new Answer(404, "404 page not found"));

    refuses(
        "Region eu-north: The Kubernetes cluster does not know PerconaServerMongoDB in the version"
            + " psmdb.percona.com/v1. Install the definitions of the operator percona.");
  }

  @Test
  void saysThatTheOperatorIsOfAnotherKind() {
    server.now(question -> ScriptedApiServer.started(Dialect.MONGODB_COMMUNITY, question));

    refuses("does not know PerconaServerMongoDB");
  }

  @Test
  void saysThatTheLoginIsNotAccepted() {
    server.now(question -> new Answer(401, "{\"kind\":\"Status\"}"));

    refuses("does not accept EUTLAS's login");
  }

  @Test
  void saysThatNobodyAnswers() {
    server.close();

    refuses("Region eu-north: The API server does not answer.");
  }

  @Test
  void saysThatThereIsNoKubeconfig() {
    refuses(folder.resolve("none"), Optional.empty(), "cannot be read");
  }

  @Test
  void saysThatAKubeconfigIsNone() throws IOException {
    var file = Files.writeString(folder.resolve("odd"), "a: [b");

    refuses(file, Optional.empty(), "cannot be understood");
  }

  @Test
  void saysThatAKubeconfigHasNoSuchContext() {
    var account = (Account.Kubeconfig) server.region(Dialect.PERCONA, folder).account();

    refuses(account.file(), Optional.of("nowhere"), "has no context nowhere");
  }

  @Test
  void saysThatItDoesNotRunInKubernetes() {
    var region = Samples.region(Dialect.PERCONA, new Account.InCluster());

    assertThatThrownBy(() -> KubernetesDataPlane.open(region, InstantSource.system()))
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining("does not run in a Kubernetes cluster");
  }

  private void refuses(String sentence) {
    var region = server.region(Dialect.PERCONA, folder);
    assertThatThrownBy(() -> KubernetesDataPlane.open(region, InstantSource.system()))
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining(sentence);
  }

  private static void refuses(Path file, Optional<String> context, String sentence) {
    var region = Samples.region(Dialect.PERCONA, new Account.Kubeconfig(file, context));
    assertThatThrownBy(() -> KubernetesDataPlane.open(region, InstantSource.system()))
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining(sentence);
  }
}
