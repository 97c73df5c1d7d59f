package eu.eutlas.k8s.standin;

import java.nio.file.Path;

/** The API server that the tests were given, with the operators' definitions. */
public final class TestCluster {
  private static final TestCluster GIVEN = new TestCluster();

  private final Path kubeconfig = Path.of(System.getenv("EUTLAS_TEST_KUBECONFIG"));

  private TestCluster() {
    OperatorDefinitions.install(kubeconfig, Path.of(System.getenv("EUTLAS_CRD_DIR")));
  }

  /** The same for all, prepared when it is first asked for. Only {@link AgainstApiServer}. */
  public static Path kubeconfig() {
    return GIVEN.kubeconfig;
  }
}
