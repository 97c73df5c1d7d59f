package eu.eutlas.embeddedmongo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one SCRAM-SHA-256 login, as a sequence of two messages. Knows no connection
 * and no store: what it needs comes in, and whether the login stands is asked of it.
 */
final class ScramConversation {

  /** What a user's login is checked with; for unknown names something that never fits. */
  interface Secrets {
    ScramSecret secretOf(String username);
  }

  private static final int NONCE_BYTES = 24;

  private final Secrets secrets;
  private final String serverNonce;

  private @Nullable String username;
  private @Nullable ScramSecret secret;
  private String gs2Header = "";
  private String firstBare = "";
  private String serverFirst = "";
  private String nonce = "";
  private boolean proved;

  ScramConversation(Secrets secrets) {
    this(secrets, Base64.getEncoder().encodeToString(ScramSecret.randomBytes(NONCE_BYTES)));
  }

  ScramConversation(Secrets secrets, String serverNonce) {
    this.secrets = secrets;
    this.serverNonce = serverNonce;
  }

  /** {@code n,,n=user,r=nonce} gives {@code r=nonce,s=salt,i=iterations}. */
  String first(String clientFirst) {
    String[] parts = clientFirst.split(",", 3);
    if (parts.length != 3 || !(parts[0].equals("n") || parts[0].equals("y"))) {
      throw Replies.authenticationFailed();
    }
    gs2Header = parts[0] + "," + parts[1] + ",";
    firstBare = parts[2];
    Map<String, String> fields = fields(firstBare);
    String name = unescaped(required(fields, "n"));
    ScramSecret found = secrets.secretOf(name);
    nonce = required(fields, "r") + serverNonce;
    String salt = Base64.getEncoder().encodeToString(found.salt());
    serverFirst = "r=" + nonce + ",s=" + salt + ",i=" + found.iterations();
    username = name;
    secret = found;
    return serverFirst;
  }

  /** {@code c=header,r=nonce,p=proof} gives {@code v=signature} or fails. */
  String last(String clientLast) {
    if (secret == null) {
      throw Replies.authenticationFailed();
    }
    Map<String, String> fields = fields(clientLast);
    String exchange =
        firstBare + "," + serverFirst + "," + clientLast.replaceFirst(",p=[^,]*$", "");
    boolean fits = secret.proves(decoded(required(fields, "p")), exchange);
    boolean sameHeader =
        Arrays.equals(decoded(required(fields, "c")), gs2Header.getBytes(StandardCharsets.UTF_8));
    if (!fits || !sameHeader || !required(fields, "r").equals(nonce)) {
      throw Replies.authenticationFailed();
    }
    proved = true;
    return "v=" + Base64.getEncoder().encodeToString(secret.sign(exchange));
  }

  boolean isProved() {
    return proved;
  }

  String username() {
    if (username == null) {
      throw Replies.authenticationFailed();
    }
    return username;
  }

  private static Map<String, String> fields(String message) {
    return Arrays.stream(message.split(","))
        .filter(field -> field.length() >= 2 && field.charAt(1) == '=')
        .collect(
            Collectors.toMap(
                field -> field.substring(0, 1), field -> field.substring(2), (one, two) -> two));
  }

  private static String required(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw Replies.authenticationFailed();
    }
    return value;
  }

  private static String unescaped(String name) {
    return name.replace("=2C", ",").replace("=3D", "=");
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Replies.authenticationFailed();
    }
  }
}
