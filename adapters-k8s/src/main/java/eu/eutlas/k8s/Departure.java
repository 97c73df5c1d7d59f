package eu.eutlas.k8s;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether a request has begun to leave: before, nothing can have happened. */
final class Departure {
  private final AtomicBoolean begun = new AtomicBoolean();

  void begin() {
    begun.set(true);
  }

  boolean hasBegun() {
    return begun.get();
  }
}
