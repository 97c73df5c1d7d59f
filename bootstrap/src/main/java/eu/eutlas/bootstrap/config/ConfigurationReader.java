package eu.eutlas.bootstrap.config;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.Settings.SignUpPolicy;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.identity.Email;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a configuration of what was given, and says everything that is wrong with it at once. */
final class ConfigurationReader {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_WORKERS = 64;

  private final Given given;
  private final Map<String, String> environment;

  ConfigurationReader(Given given, Map<String, String> environment) {
    this.given = given;
    this.environment = environment;
  }

  Configuration read() {
    var mode = given.value(Key.MODE, text -> Choice.of(Mode.class, text), Mode.LOCAL);
    var catalogue = new CatalogueReader(given);
    var doors = new DoorReader(given, mode);
    var configuration =
        new Configuration(
            mode,
            port(Key.HTTP_PORT, 8080),
            doors.read(
                port(Key.ADMIN_PORT, 8081),
                Key.ADMIN_ADDRESS,
                Key.ADMIN_CREDENTIALS,
                Key.ADMIN_CREDENTIALS_FILE),
            doors.read(
                port(Key.JOBS_PORT, 8000),
                Key.JOBS_ADDRESS,
                Key.JOBS_CREDENTIALS,
                Key.JOBS_CREDENTIALS_FILE),
            given.value(Key.DATA, ConfigurationReader::path, usualData()),
            given.secret(Key.MONGODB_URI, Key.MONGODB_URI_FILE).map(Secret::new),
            given.value(Key.PUBLIC_URL, ConfigurationReader::publicUrl),
            given.secret(Key.SEALING_KEY, Key.SEALING_KEY_FILE).map(Secret::new),
            given.secret(Key.SMTP_URL, Key.SMTP_URL_FILE).map(Secret::new),
            given.value(Key.MAIL_FROM, Email::new),
            given.value(Key.SIGNUP, text -> Choice.of(SignUpPolicy.class, text), usualSignUp(mode)),
            deadlines(),
            new RetryReader(given).read(),
            given.value(Key.WORKERS, text -> number(text, 1, MOST_WORKERS), 8),
            new BackupReader(given).read(),
            catalogue.plans(),
            catalogue.regions(mode),
            catalogue.releases());
    check(configuration);
    if (!given.faults().isEmpty()) {
      throw new ConfigurationException(given.faults());
    }
    return configuration;
  }

  private Deadlines deadlines() {
    var usual = Deadlines.USUAL;
    return new Deadlines(
        given.value(Key.CREATE_WITHIN, ConfigurationReader::duration, usual.create()),
        given.value(Key.UPDATE_WITHIN, ConfigurationReader::duration, usual.update()),
        given.value(Key.USERS_WITHIN, ConfigurationReader::duration, usual.users()),
        given.value(Key.PAUSE_WITHIN, ConfigurationReader::duration, usual.pause()),
        given.value(Key.DELETE_WITHIN, ConfigurationReader::duration, usual.delete()),
        given.value(Key.RESTORE_WITHIN, ConfigurationReader::duration, usual.restore()));
  }

  private void check(Configuration configuration) {
    if (configuration.plans().isEmpty()) {
      given.fault(Key.PLANS, "there is at least one.");
    }
    if (configuration.releases().stream().filter(MongoRelease::byDefault).count() != 1) {
      given.fault(Key.MONGODB_VERSIONS, "exactly one is the default.");
    }
    distinctPorts(configuration);
    if (configuration.mode() == Mode.PRODUCTION) {
      production(configuration);
    }
  }

  private void distinctPorts(Configuration configuration) {
    var wanted =
        List.of(configuration.httpPort(), configuration.admin().port(), configuration.jobs().port())
            .stream()
            .filter(port -> port != 0)
            .toList();
    if (wanted.stream().distinct().count() != wanted.size()) {
      given.fault(Key.HTTP_PORT, "the three ports differ from one another.");
    }
  }

  private void production(Configuration configuration) {
    wantsInProduction(Key.MONGODB_URI, configuration.mongodbUri());
    wantsInProduction(Key.SEALING_KEY, configuration.sealingKey());
    wantsInProduction(Key.SMTP_URL, configuration.smtpUrl());
    wantsInProduction(Key.PUBLIC_URL, configuration.publicUrl());
    configuration
        .publicUrl()
        .filter(url -> !"https".equals(url.getScheme()))
        .ifPresent(url -> given.fault(Key.PUBLIC_URL, "in production it begins with https://."));
  }

  private void wantsInProduction(Key key, Optional<?> value) {
    if (value.isEmpty()) {
      given.fault(key, "production wants it.");
    }
  }

  private int port(Key key, int usual) {
    return given.value(key, text -> number(text, 0, HIGHEST_PORT), usual);
  }

  static int number(String text, int least, int most) {
    var sentence = "it is a whole number from " + least + " to " + most + ".";
    try {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(sentence, e);
    }
    throw new IllegalArgumentException(sentence);
  }

  static Duration duration(String text) {
    var duration = Duration.parse(text);
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("it is longer than nothing.");
    }
    return duration;
  }

  private static Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  private static URI publicUrl(String text) {
    var sentence = "it is an address such as https://eutlas.example.org, without a path.";
    URI url;
    try {
      url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(sentence, e);
    }
    var plain =
        url.getHost() != null
            && List.of("http", "https").contains(String.valueOf(url.getScheme()))
            && url.getRawPath().isEmpty()
            && url.getRawQuery() == null
            && url.getRawFragment() == null
            && url.getRawUserInfo() == null;
    if (!plain) {
      throw new IllegalArgumentException(sentence);
    }
    return url;
  }

  private static SignUpPolicy usualSignUp(Mode mode) {
    return mode == Mode.LOCAL ? SignUpPolicy.OPEN : SignUpPolicy.INVITED;
  }

  /**
   * Where programs keep their data by the XDG base directory specification, or by macOS's habit.
   */
  private Path usualData() {
    var home = Path.of(System.getProperty("user.home"));
    if (System.getProperty("os.name").startsWith("Mac")) {
      return home.resolve("Library/Application Support/eutlas");
    }
    var xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg)).resolve("eutlas");
  }
}
