package eu.eutlas.memory;

import eu.eutlas.application.Leases;
import eu.eutlas.testkit.LeasesContract;
import eu.eutlas.testkit.PinnedClock;

final class MemoryLeasesTest extends LeasesContract {
  @Override
  protected Leases leases() {
    return new MemoryLeases(new PinnedClock());
  }
}
