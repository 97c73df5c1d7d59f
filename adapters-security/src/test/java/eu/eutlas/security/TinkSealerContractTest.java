package eu.eutlas.security;

import eu.eutlas.application.Sealer;
import eu.eutlas.testkit.SealerContract;

final class TinkSealerContractTest extends SealerContract {
  @Override
  protected Sealer sealer(int key) {
    return new TinkSealer(Keys.numbered(key));
  }
}
