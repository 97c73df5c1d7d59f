package eu.eutlas.bootstrap;

import eu.eutlas.application.Ids;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.identity.GrantAdministration;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.User;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes a user an administrator. Where the metadata is embedded and EUTLAS runs, the running
 * process is asked, because it alone has the metadata open; otherwise the metadata is opened here.
 */
final class AdminGrant {
  private final Configuration configuration;
  private final MillisecondClock clock = new MillisecondClock(Clock.systemUTC());

  private AdminGrant(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Grants, and returns the sentence that says so. */
  static String run(Configuration configuration, String address) {
    return new AdminGrant(configuration).grant(email(address));
  }

  /** Grants in metadata that is open. */
  static String grant(GrantAdministration grant, Ids ids, Email email) {
    var machine = new Actor.Machine("administrator at the machine", new CorrelationId(ids.next()));
    return switch (grant.handle(machine, email)) {
      case Outcome.Done<User>(var user) ->
          user.email() + " is an administrator of this installation.";
      case Outcome.Refused<User>(var refusal) ->
          throw new StartException(
              "Nobody has signed up with " + email + " here. Sign up first: " + refusal.message());
    };
  }

  static Email email(String address) {
    try {
      return new Email(address);
    } catch (InvalidValue e) {
      throw new StartException(address + " is not an e-mail address.", e);
    }
  }

  private String grant(Email email) {
    if (configuration.mongodbUri().isPresent()) {
      return inDatabase(configuration.mongodbUri().get(), email);
    }
    if (!Files.exists(configuration.data())) {
      throw new StartException(
          "There is no installation in " + configuration.data() + ". Start it first.");
    }
    return Control.find(configuration.data())
        .flatMap(control -> control.grant(email))
        .orElseGet(() -> inFolder(email));
  }

  private String inFolder(Email email) {
    try (var closing = new Closing()) {
      var folder = closing.opened("the data folder", DataFolder.take(configuration.data()));
      var password = new Ids(clock, new SecureRandom()).password();
      var uri = MetadataWiring.uri(configuration, folder, password, closing, server -> {});
      return inDatabase(uri, email);
    }
  }

  private String inDatabase(Secret uri, Email email) {
    try (var closing = new Closing()) {
      var metadata = MetadataWiring.connect(uri, closing);
      return grant(
          new GrantAdministration(metadata.stores().users(), clock),
          new Ids(clock, new SecureRandom()),
          email);
    }
  }
}
