package eu.eutlas.security;

import eu.eutlas.application.identity.Tokens;
import eu.eutlas.testkit.identity.TokensContract;

final class SignedTokensContractTest extends TokensContract {
  @Override
  protected Tokens tokens(int key) {
    return new SignedTokens(Keys.numbered(key));
  }
}
