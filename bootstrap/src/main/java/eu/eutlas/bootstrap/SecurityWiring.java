package eu.eutlas.bootstrap;

import eu.eutlas.application.Ports.Security;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.Secret;
import eu.eutlas.mongo.Installation;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.security.Argon2Passwords;
import eu.eutlas.security.KeyRing;
import eu.eutlas.security.SignedTokens;
import eu.eutlas.security.TinkSealer;
import java.util.Optional;

/**
 * Keys and what they keep. A key that does not open what was sealed before is refused before
 * anything is written.
 */
final class SecurityWiring {
  static final String WRONG_KEY =
      "The sealing key is not the one that this installation was made with. Give the right one in"
          + " EUTLAS_SEALING_KEY or EUTLAS_SEALING_KEY_FILE; without it, what is sealed stays closed.";

  private final KeyRing keys;
  private final TinkSealer sealer;
  private final Optional<Secret> made;

  private SecurityWiring(KeyRing keys, Optional<Secret> made) {
    this.keys = keys;
    this.sealer = new TinkSealer(keys);
    this.made = made;
  }

  /**
   * The keys that were given, or else those of the data folder, made now if it has none. What is
   * made is kept by {@link #check}, when it is known that nothing was sealed with another.
   */
  static SecurityWiring open(Configuration configuration, DataFolder folder) {
    var given = configuration.sealingKey().or(folder::sealingKey);
    if (given.isEmpty() && folder.keyCheck().isPresent()) {
      throw new StartException(WRONG_KEY);
    }
    var made = given.isPresent() ? Optional.<Secret>empty() : Optional.of(KeyRing.generate());
    var wiring =
        new SecurityWiring(InstallationKeys.parse(given.or(() -> made).orElseThrow()), made);
    folder.keyCheck().ifPresent(wiring::require);
    return wiring;
  }

  /** Refuses an installation that was made with other keys, before anything is written to it. */
  void look(Installation installation) {
    installation.keyCheck().ifPresent(this::require);
  }

  /**
   * Holds the keys against what the metadata was sealed with, and remembers them there and here
   * when they are its first.
   */
  void check(MongoMetadata metadata, DataFolder folder) {
    // Kept first: a check value that no kept key opens would lock everybody out.
    made.ifPresent(folder::keepSealingKey);
    look(metadata.keepKeyCheck(sealer.checkValue()));
    if (folder.keyCheck().isEmpty()) {
      folder.keepKeyCheck(sealer.checkValue());
    }
  }

  Security ports() {
    return new Security(new Argon2Passwords(), new SignedTokens(keys), sealer);
  }

  private void require(String check) {
    if (!sealer.opensCheckValue(check)) {
      throw new StartException(WRONG_KEY);
    }
  }
}
