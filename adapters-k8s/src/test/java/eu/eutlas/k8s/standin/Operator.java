package eu.eutlas.k8s.standin;

import java.util.Set;

/** What an operator does about one of its resources. */
interface Operator {

  Kind kind();

  /**
   * One look at a resource. Repeatable.
   *
   * @return whether there is nothing more to do until the resource is another
   */
  boolean look(Document resource, Set<Fault> faults);
}
