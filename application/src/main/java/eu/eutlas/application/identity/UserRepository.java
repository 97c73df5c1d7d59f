package eu.eutlas.application.identity;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The accounts. Addresses are unique. Any call may throw {@link PortFailure.Unavailable}; a write
 * also {@link PortFailure.OutcomeUnknown}.
 */
public interface UserRepository {

  /**
   * Adds an account.
   *
   * @throws PortFailure.Duplicate when the id or the address is there already; nothing changed
   */
  void insert(User user);

  /**
   * Writes the account if the stored version is still the one that was read; the stored version
   * rises by one.
   */
  SaveResult save(User user);

  /**
   * Removes the account if its stored version is still the one that was read: an unverified one, to
   * be replaced.
   */
  SaveResult remove(User user);

  Optional<User> find(UserId id);

  Optional<User> findByEmail(Email email);

  /** The account whose open verification has this hash, expired or not. */
  Optional<User> findByVerification(TokenHash hash);

  /** Whether there is any account at all. */
  boolean isEmpty();

  /**
   * Removes accounts that were made before the moment and never verified; returns how many.
   * Repeatable.
   */
  long removeUnverified(Instant createdBefore);
}
