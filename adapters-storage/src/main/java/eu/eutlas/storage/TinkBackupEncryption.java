package eu.eutlas.storage;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.backup.BackupEncryption;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts with Tink's AES256_GCM_HKDF streams in segments of {@link Segments}: each object with a
 * key derived anew from the data key, each segment authenticated in its place, the last one as the
 * last. Owner and object key are authenticated with it. A data key reads {@code v1.<base64url>},
 * which names this way, so that there can be another later. Safe for threads.
 */
public final class TinkBackupEncryption implements BackupEncryption {
  private static final String FIELD = "backup-data-key";
  private static final String WAY = "v1.";
  private static final int KEY_BYTES = 32;

  private final Sealer sealer;

  public TinkBackupEncryption(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public SealedSecret newKey(String ownerId) {
    var key = Base64.getUrlEncoder().withoutPadding().encodeToString(Random.randBytes(KEY_BYTES));
    return sealer.seal(new Secret(WAY + key), ownerId, FIELD);
  }

  @Override
  public SealedSecret resealed(SealedSecret key, String ownerId) {
    return sealer.seal(sealer.open(key, ownerId, FIELD), ownerId, FIELD);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The codes are those of the sealer, and {@code DATA_KEY_INVALID} for what is not a data key.
   */
  @Override
  public BackupStore through(SealedSecret key, String ownerId, BackupStore store) {
    return new EncryptedBackupStore(cipher(sealer.open(key, ownerId, FIELD)), ownerId, store);
  }

  private static StreamingAead cipher(Secret key) {
    var text = key.reveal();
    if (!text.startsWith(WAY)) {
      throw invalid(null);
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(text.substring(WAY.length()));
      if (bytes.length != KEY_BYTES) {
        throw invalid(null);
      }
      return new AesGcmHkdfStreaming(bytes, "HmacSha256", KEY_BYTES, Segments.SIZE, 0);
    } catch (IllegalArgumentException e) {
      throw invalid(null);
    } catch (GeneralSecurityException e) {
      throw invalid(e);
    }
  }

  private static PortFailure.Rejected invalid(@Nullable GeneralSecurityException cause) {
    return new PortFailure.Rejected(
        "DATA_KEY_INVALID",
        "The key of this backup is none that this release of EUTLAS knows.",
        cause);
  }
}
