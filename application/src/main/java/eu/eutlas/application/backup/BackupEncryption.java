package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.SealedSecret;
import java.io.IOException;

/**
 * Encrypts what is kept in a store, with a data key of its own for each backup. Data keys are
 * sealed by the installation's key ring, so a ring that is rotated needs them sealed again, and no
 * archive written again.
 */
public interface BackupEncryption {

  /** A new data key, sealed for this owner. */
  SealedSecret newKey(String ownerId);

  /**
   * The same data key, sealed by the newest key of the ring.
   *
   * @throws PortFailure.Rejected when it does not open
   */
  SealedSecret resealed(SealedSecret key, String ownerId);

  /**
   * The store as it looks through a data key: what is put is encrypted, what is got is decrypted
   * and authenticated, and an object under another key than it was written under does not open.
   * Sizes and ranges are of the plain bytes. A stream throws {@link Damaged} before it gives a byte
   * that was changed, and at the end of what was cut off; the size of what is damaged means
   * nothing.
   *
   * @throws PortFailure.Rejected when the data key does not open
   */
  BackupStore through(SealedSecret key, String ownerId, BackupStore store);

  /** What is kept is not what was written under this key: reading again does not help. */
  final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    public Damaged(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
