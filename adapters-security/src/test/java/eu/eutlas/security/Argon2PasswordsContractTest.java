package eu.eutlas.security;

import eu.eutlas.application.identity.Passwords;
import eu.eutlas.testkit.identity.PasswordsContract;

final class Argon2PasswordsContractTest extends PasswordsContract {
  @Override
  protected Passwords passwords() {
    return new Argon2Passwords();
  }
}
