package eu.eutlas.memory;

import eu.eutlas.application.Sealer;
import eu.eutlas.testkit.SealerContract;

final class MemorySealerTest extends SealerContract {
  @Override
  protected Sealer sealer(int key) {
    return new MemorySealer("key-" + key);
  }
}
