package eu.eutlas.testkit.fault;

/** Says what goes wrong with a call. Asked once for each call, from any thread. */
@FunctionalInterface
public interface FaultPlan {

  /**
   * Decides about a call.
   *
   * @param port the port's simple name, such as {@code ClusterRepository}
   * @param call the method's name, such as {@code save}
   */
  Fault decide(String port, String call);
}
