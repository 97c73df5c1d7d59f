package eu.eutlas.local;

import eu.eutlas.application.cluster.DataPlane.Order;

/** What is asked of a local cluster and not done yet. The newer generation wins. */
sealed interface Ask {
  /** Nothing new: what is there is to go on. */
  record GoOn() implements Ask {}

  /** Its server is to run as ordered. */
  record Run(Order order) implements Ask {}

  /** Its server is not to run, as of a generation. */
  record Rest(long generation) implements Ask {}

  /** Nothing of it is to be left; nobody takes that back. */
  record Leave() implements Ask {}

  /** The generation that is wanted; what is there where nothing newer is. */
  default long generation(Descriptor there) {
    return switch (this) {
      case Run(var order) -> order.generation();
      case Rest(var generation) -> generation;
      case GoOn() -> there.generation();
      case Leave() -> there.generation();
    };
  }
}
