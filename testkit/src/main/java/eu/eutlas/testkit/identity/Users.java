package eu.eutlas.testkit.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;

/** Accounts for tests. */
public final class Users {
  private Users() {}

  public static UserId id(int number) {
    return new UserId(HexIds.of(number));
  }

  public static Email email(int number) {
    return new Email("user-" + number + "@example.org");
  }

  public static TokenHash tokenHash(int number) {
    return new TokenHash("token-hash-" + number);
  }

  public static UserBuilder aUser() {
    return aUser(1);
  }

  /** A verified account with an address of its own. */
  public static UserBuilder aUser(int number) {
    var signedUp =
        User.signUp(
            id(number),
            email(number),
            new PersonName("User " + number),
            new PasswordHash("password-hash-" + number),
            tokenHash(number),
            PinnedClock.START);
    return new UserBuilder(signedUp).verifiedAt(PinnedClock.START);
  }

  /** An account whose address is not verified yet; its token is {@code tokenHash(number)}. */
  public static UserBuilder anUnverifiedUser(int number) {
    return aUser(number).unverified(tokenHash(number));
  }

  public static UserBuilder with(User user) {
    return new UserBuilder(user);
  }
}
