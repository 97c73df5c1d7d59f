package eu.eutlas.memory.identity;

import eu.eutlas.application.identity.Passwords;
import eu.eutlas.testkit.identity.PasswordsContract;

final class MemoryPasswordsTest extends PasswordsContract {
  @Override
  protected Passwords passwords() {
    return new MemoryPasswords();
  }
}
