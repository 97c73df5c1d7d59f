package eu.eutlas.k8s;

import eu.eutlas.k8s.KubernetesRegion.Account;
import java.nio.file.Path;
import java.util.Optional;

/** Regions whose volumes the stand-in for storage makes. */
final class FaultRegions {

  private FaultRegions() {}

  static KubernetesRegion percona(Path kubeconfig, String installation) {
    var usual =
        Samples.region(Dialect.PERCONA, new Account.Kubeconfig(kubeconfig, Optional.empty()));
    return new KubernetesRegion(
        usual.id(),
        installation,
        usual.account(),
        usual.dialect(),
        Optional.of("standin"),
        usual.releases(),
        usual.operatorVersion(),
        usual.surroundings(),
        usual.timeouts());
  }
}
