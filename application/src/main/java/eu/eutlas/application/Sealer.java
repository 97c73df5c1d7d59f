package eu.eutlas.application;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;

/**
 * Encrypts secrets for rest, bound to the document and field that they stand in: a sealed secret
 * moved elsewhere does not open.
 */
public interface Sealer {

  /** Seals a secret. Two calls give two texts. */
  SealedSecret seal(Secret secret, String ownerId, String field);

  /**
   * Opens a sealed secret.
   *
   * @throws PortFailure.Rejected when it was sealed by a key that is not here, for another owner or
   *     field, or was changed
   */
  Secret open(SealedSecret sealed, String ownerId, String field);
}
