package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands for EUTLAS's own metadata and keys. */
final class OwnCommands {
  /** Not a setting: it is for one command, and no part of what runs. */
  private static final String PASSPHRASE = "EUTLAS_KEY_PASSPHRASE";

  private static final String REPLACE = "--replace";

  private OwnCommands() {}

  static boolean has(List<String> words) {
    return switch (words.getFirst()) {
      case "backup" -> words.size() == 2;
      case "restore" -> words.size() == 2 || (words.size() == 3 && words.get(2).equals(REPLACE));
      case "key" ->
          words.equals(List.of("key", "rotate"))
              || (words.size() == 3 && List.of("export", "import").contains(words.get(1)));
      default -> false;
    };
  }

  /** Does one of them, and returns what there is to say. */
  static String run(List<String> words, Map<String, String> environment) {
    var configuration = Configuration.read(settings(environment));
    return switch (words.getFirst()) {
      case "backup" -> OwnBackup.run(configuration, Path.of(words.get(1)));
      case "restore" -> OwnRestore.run(configuration, Path.of(words.get(1)), words.size() == 3);
      default -> key(configuration, words, environment);
    };
  }

  /** What of the environment is configuration. */
  static Map<String, String> settings(Map<String, String> environment) {
    var settings = new HashMap<>(environment);
    settings.remove(PASSPHRASE);
    return settings;
  }

  private static String key(
      Configuration configuration, List<String> words, Map<String, String> environment) {
    return switch (words.get(1)) {
      case "export" ->
          KeyCommands.export(configuration, Path.of(words.get(2)), passphrase(environment, true));
      case "import" ->
          KeyCommands.take(configuration, Path.of(words.get(2)), passphrase(environment, false));
      default -> KeyCommands.rotate(configuration);
    };
  }

  private static Secret passphrase(Map<String, String> environment, boolean isNew) {
    var given = Optional.ofNullable(environment.get(PASSPHRASE)).filter(text -> !text.isEmpty());
    return new Secret(given.orElseGet(() -> asked(isNew)));
  }

  @SuppressWarnings("SystemConsoleNull") // it is, on Java 21
  private static String asked(boolean isNew) {
    var terminal = System.console();
    if (terminal == null) {
      throw nobodyToAsk();
    }
    var first = read(terminal.readPassword("Passphrase: "));
    if (isNew && !first.equals(read(terminal.readPassword("The same again: ")))) {
      throw new StartException("These were two different passphrases. Nothing was written.");
    }
    return first;
  }

  private static String read(char @Nullable [] typed) {
    if (typed == null) {
      throw nobodyToAsk();
    }
    return new String(typed);
  }

  private static StartException nobodyToAsk() {
    return new StartException("Give the passphrase in " + PASSPHRASE + ", or at a terminal.");
  }
}
