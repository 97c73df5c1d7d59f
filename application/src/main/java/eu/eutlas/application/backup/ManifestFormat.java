package eu.eutlas.application.backup;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.Manifest;

/** How a manifest is written down beside its archive, so that people can read it too. */
public interface ManifestFormat {

  byte[] write(Manifest manifest);

  /**
   * Reads what {@link #write} wrote, now or in an earlier release.
   *
   * @throws PortFailure.Rejected with code {@code MANIFEST_NEWER} for what a later release wrote,
   *     and {@code MANIFEST_DAMAGED} for what is none
   */
  Manifest read(byte[] written);
}
