package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.security.KeyRing;

/** The sealing keys as commands find them, whether EUTLAS runs or not. */
final class InstallationKeys {
  private InstallationKeys() {}

  /**
   * Those that are given, or else those of the data folder.
   *
   * @throws StartException when there are none: a command makes none
   */
  static KeyRing present(Configuration configuration) {
    return parse(text(configuration));
  }

  /** The same as text. */
  static Secret text(Configuration configuration) {
    return configuration
        .sealingKey()
        .or(() -> DataFolder.sealingKeyIn(configuration.data()))
        .orElseThrow(() ->
            new StartException(
                "There is no sealing key: none is given, and none is in "
                    + configuration.data()
                    + ". Give it in EUTLAS_SEALING_KEY, or import it (./eutlas key import FILE)."));
  }

  static KeyRing parse(Secret text) {
    try {
      return KeyRing.parse(text);
    } catch (InvalidValue e) {
      throw new StartException("The sealing key cannot be used: " + e.getMessage(), e);
    }
  }
}
