package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Random;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import eu.eutlas.application.identity.Passwords;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.PasswordHash;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106) by password4j. A hash costs 19 MiB for its time, so
 * only a few are made at once and the others wait, first come first served. Hashes made with other
 * parameters stay readable. Safe for threads.
 */
public final class Argon2Passwords implements Passwords {
  /** OWASP's memory and one pass more than its two. */
  private static final Argon2Hash.Cost COST = new Argon2Hash.Cost(19_456, 3, 1);

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Semaphore turns;
  private final CommonPasswords common = CommonPasswords.load();
  private final PasswordHash nobody;

  /** Makes as many hashes at once as there are processors. */
  public Argon2Passwords() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Limits how many hashes are made at once.
   *
   * @param atOnce 1 or more
   */
  public Argon2Passwords(int atOnce) {
    InvalidValue.unless(atOnce >= 1, "At least one password is hashed at once.");
    this.turns = new Semaphore(atOnce, true);
    this.nobody =
        new Argon2Hash(COST, Random.randBytes(SALT_BYTES), Random.randBytes(HASH_BYTES)).encode();
  }

  @Override
  public PasswordHash hash(Secret password) {
    var salt = Random.randBytes(SALT_BYTES);
    return new Argon2Hash(COST, salt, compute(password, COST, salt, HASH_BYTES)).encode();
  }

  /** {@inheritDoc} A text that is not a hash was made of no password. */
  @Override
  public boolean matches(Secret password, PasswordHash hash) {
    return Argon2Hash.parse(hash.value())
        .filter(wanted ->
            MessageDigest.isEqual(
                wanted.hash(),
                compute(password, wanted.cost(), wanted.salt(), wanted.hash().length)))
        .isPresent();
  }

  /** {@inheritDoc} A text that is not a hash was made with no parameters of ours. */
  @Override
  public boolean needsRehash(PasswordHash hash) {
    return Argon2Hash.parse(hash.value())
        .filter(made ->
            made.cost().equals(COST)
                && made.salt().length == SALT_BYTES
                && made.hash().length == HASH_BYTES)
        .isEmpty();
  }

  @Override
  public void matchNobody(Secret password) {
    var unused = matches(password, nobody);
  }

  @Override
  public boolean isKnownBad(Secret password) {
    return common.isKnownBad(normalized(password));
  }

  private byte[] compute(Secret password, Argon2Hash.Cost cost, byte[] salt, int length) {
    var argon2 =
        Argon2Function.getInstance(
            cost.kibibytes(), cost.passes(), cost.lanes(), length, Argon2.ID);
    return inTurn(() -> argon2.hash(normalized(password).getBytes(UTF_8), salt).getBytes());
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** The same letters typed on another keyboard are the same password (RFC 8265, 4.2.2). */
  private static String normalized(Secret password) {
    return Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
  }
}
