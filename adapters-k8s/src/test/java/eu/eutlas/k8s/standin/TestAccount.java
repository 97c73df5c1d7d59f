package eu.eutlas.k8s.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A service account with a login of its own and no rights, which can be given all rights, lose them
 * and end. Close takes it away.
 */
public final class TestAccount implements AutoCloseable {
  private static final String NAME = "eutlas";

  private final ApiServer server;
  private final Path kubeconfig;
  private final String namespace = "account-" + UUID.randomUUID().toString().substring(0, 8);

  /** The kubeconfig of the account is written into the folder. */
  public TestAccount(Path administrator, Path folder) {
    server = ApiServer.of(administrator);
    server.create(
        Kind.NAMESPACE,
        "",
        "{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace));
    server.create(
        Kind.SERVICE_ACCOUNT,
        namespace,
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: %s}}".formatted(NAME));
    kubeconfig = folder.resolve(namespace);
    write(Yamls.all(read(administrator)).getFirst());
  }

  public Path kubeconfig() {
    return kubeconfig;
  }

  /** From now on it may do everything. */
  public void mayAll() {
    server.apply(
        Kind.ROLE_BINDING,
        "",
        namespace,
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: %s}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
        subjects: [{kind: ServiceAccount, name: %s, namespace: %s}]
        """
            .formatted(namespace, NAME, namespace));
  }

  /** From now on it may do nothing. */
  public void mayNothing() {
    server.delete(Kind.ROLE_BINDING, "", namespace);
  }

  /** From now on its login is worth nothing, as that of one that has expired. */
  public void ends() {
    server.delete(Kind.SERVICE_ACCOUNT, namespace, NAME);
  }

  private void write(Document administrator) {
    var token =
        server
            .ask(Kind.SERVICE_ACCOUNT, namespace, NAME + "/token", tokenRequest())
            .text("status", "token");
    var place = administrator.list("clusters").getFirst().at("cluster");
    var content =
        """
        apiVersion: v1
        kind: Config
        current-context: test
        contexts: [{name: test, context: {cluster: test, user: test}}]
        clusters: [{name: test, cluster: %s}]
        users: [{name: test, user: {token: %s}}]
        """
            .formatted(place, token);
    try {
      Files.write(kubeconfig, content.getBytes(UTF_8));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String tokenRequest() {
    return "{apiVersion: authentication.k8s.io/v1, kind: TokenRequest, spec: {}}";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    mayNothing();
    server.delete(Kind.NAMESPACE, "", namespace);
  }
}
