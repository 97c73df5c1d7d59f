package eu.eutlas.memory.identity;

import eu.eutlas.application.identity.Tokens;
import eu.eutlas.testkit.identity.TokensContract;

final class MemoryTokensTest extends TokensContract {
  @Override
  protected Tokens tokens(int key) {
    return new MemoryTokens("key-" + key);
  }
}
