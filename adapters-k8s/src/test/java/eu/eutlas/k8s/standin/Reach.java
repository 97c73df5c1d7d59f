package eu.eutlas.k8s.standin;

import java.util.Optional;

/**
 * Where a cluster says that it is reached. Where tests give a place, for instance that of an
 * embedded server, whoever logs in there is answered.
 */
@FunctionalInterface
public interface Reach {

  /**
   * At the addresses that the real operators give, which lead nowhere without a network of pods.
   */
  Reach INSIDE = namespace -> Optional.empty();

  /** HOST:PORT, where the cluster of the namespace has a place of its own. */
  Optional<String> place(String namespace);
}
