package eu.eutlas.memory.identity;

import eu.eutlas.application.identity.Passwords;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.memory.KeyedHash;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passwords for tests, trials and simulation: hashing is <strong>fast, and so worth
 * nothing</strong> against somebody who has the hashes. Knows a handful of bad passwords.
 */
public final class MemoryPasswords implements Passwords {
  private static final Set<String> BAD =
      Set.of("password1234", "123456789012", "passwordpassword", "qwertyuiop12");

  private static final String OLD = "old";

  private final AtomicLong salts = new AtomicLong();

  @Override
  public PasswordHash hash(Secret password) {
    return hash(password, Long.toString(salts.incrementAndGet()));
  }

  @Override
  public boolean matches(Secret password, PasswordHash hash) {
    var end = hash.value().indexOf('$');
    return end > 0 && hash.equals(hash(password, hash.value().substring(0, end)));
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return hash.value().startsWith(OLD);
  }

  /** A hash as an earlier version would have made it. */
  public PasswordHash oldHash(Secret password) {
    return hash(password, OLD + salts.incrementAndGet());
  }

  @Override
  public void matchNobody(Secret password) {
    // Nothing here takes long enough to tell anything.
  }

  @Override
  public boolean isKnownBad(Secret password) {
    return BAD.contains(password.reveal().toLowerCase(Locale.ROOT));
  }

  private static PasswordHash hash(Secret password, String salt) {
    return new PasswordHash(salt + "$" + new KeyedHash(salt).of(password.reveal()));
  }
}
