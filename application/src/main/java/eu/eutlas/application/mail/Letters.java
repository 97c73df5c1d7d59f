package eu.eutlas.application.mail;

import eu.eutlas.application.Sealer;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Seals a mail's variables as one text, a line each, and opens them again. */
public final class Letters {
  private static final String FIELD = "variables";

  private Letters() {}

  public static SealedSecret seal(Sealer sealer, MailId id, Map<String, Secret> variables) {
    var text = new StringBuilder();
    new TreeMap<>(variables)
        .forEach((name, value) -> {
          InvalidValue.unless(value.reveal().indexOf('\n') < 0, "A mail's variable is one line.");
          text.append(name).append('=').append(value.reveal()).append('\n');
        });
    return sealer.seal(new Secret(text.toString()), id.value(), FIELD);
  }

  static Map<String, Secret> open(Sealer sealer, MailId id, SealedSecret sealed) {
    var variables = new HashMap<String, Secret>();
    sealer
        .open(sealed, id.value(), FIELD)
        .reveal()
        .lines()
        .forEach(line -> {
          var equals = line.indexOf('=');
          variables.put(line.substring(0, equals), new Secret(line.substring(equals + 1)));
        });
    return variables;
  }
}
