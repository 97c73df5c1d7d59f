package eu.eutlas.tenant.archive;

import java.io.IOException;

/** An archive is not what its form says; the message is a sentence for people. */
final class DamagedArchive extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedArchive(String message) {
    super(message);
  }

  DamagedArchive(String message, Throwable cause) {
    super(message, cause);
  }
}
