package eu.eutlas.testkit.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.OneTimeToken;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** An account in the making; see {@link Users}. */
public final class UserBuilder {
  private UserId id;
  private Email email;
  private PersonName name;
  private PasswordHash passwordHash;
  private Optional<OneTimeToken> verification;
  private Optional<Instant> verifiedAt;
  private boolean administrator;
  private Instant createdAt;
  private Instant updatedAt;
  private long version;

  UserBuilder(User from) {
    this.id = from.id();
    this.email = from.email();
    this.name = from.name();
    this.passwordHash = from.passwordHash();
    this.verification = from.verification();
    this.verifiedAt = from.verifiedAt();
    this.administrator = from.administrator();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  public UserBuilder id(UserId value) {
    this.id = value;
    return this;
  }

  public UserBuilder email(String value) {
    this.email = new Email(value);
    return this;
  }

  public UserBuilder name(String value) {
    this.name = new PersonName(value);
    return this;
  }

  public UserBuilder passwordHash(PasswordHash value) {
    this.passwordHash = value;
    return this;
  }

  /** Verified at a moment, with no token open. */
  public UserBuilder verifiedAt(Instant value) {
    this.verifiedAt = Optional.of(value);
    this.verification = Optional.empty();
    return this;
  }

  /** Not verified, with a token open that was issued when the account was made. */
  public UserBuilder unverified(TokenHash token) {
    this.verifiedAt = Optional.empty();
    this.verification =
        Optional.of(new OneTimeToken(token, createdAt, createdAt.plus(User.VERIFICATION_LASTS)));
    return this;
  }

  public UserBuilder administrator() {
    this.administrator = true;
    return this;
  }

  public UserBuilder createdAt(Instant value) {
    this.createdAt = value;
    this.updatedAt = value;
    return this;
  }

  public UserBuilder version(long value) {
    this.version = value;
    return this;
  }

  public User build() {
    return new User(
        id,
        email,
        name,
        passwordHash,
        verification,
        verifiedAt,
        administrator,
        createdAt,
        updatedAt,
        version);
  }
}
