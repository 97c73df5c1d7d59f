package eu.eutlas.memory.identity;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts, in memory. */
public final class MemoryUserRepository implements UserRepository {
  private final Documents<User> users =
      new Documents<>(
          new Documents.Shape<>(
              user -> user.id().value(), User::version, MemoryUserRepository::atVersion));
  private final Index<User, String> byEmail =
      users.uniqueIndex(user -> Stream.of(user.email().value()));
  private final Index<User, String> byVerification =
      users.index(user -> user.verification().map(token -> token.hash().value()).stream());
  private final Index<User, Instant> unverified =
      users.index(user -> user.isVerified() ? Stream.empty() : Stream.of(user.createdAt()));

  @Override
  public void insert(User user) {
    users.insert(user);
  }

  @Override
  public SaveResult save(User user) {
    return users.save(user);
  }

  @Override
  public SaveResult remove(User user) {
    return users.remove(user);
  }

  @Override
  public Optional<User> find(UserId id) {
    return users.find(id.value());
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return byEmail.first(email.value());
  }

  @Override
  public Optional<User> findByVerification(TokenHash hash) {
    return byVerification.first(hash.value());
  }

  @Override
  public boolean isEmpty() {
    return users.isEmpty();
  }

  @Override
  public long removeUnverified(Instant createdBefore) {
    return users.removeBefore(unverified, createdBefore);
  }

  private static User atVersion(User user, long version) {
    return new User(
        user.id(),
        user.email(),
        user.name(),
        user.passwordHash(),
        user.verification(),
        user.verifiedAt(),
        user.administrator(),
        user.createdAt(),
        user.updatedAt(),
        version);
  }
}
