package eu.eutlas.k8s;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What an API server answered. It shows its code and nothing else of itself. */
final class ApiAnswer {
  private static final int SUCCESS = 200;
  private static final int NO_SUCCESS = 300;

  private final int code;
  private final Optional<Duration> retryAfter;
  private final Live content;

  ApiAnswer(int code, Optional<String> retryAfter, String body) {
    this.code = code;
    this.retryAfter =
        retryAfter
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    content = new Live(parse(body));
  }

  private static JsonObject parse(String body) {
    try {
      return JsonParser.parseString(body) instanceof JsonObject object ? object : new JsonObject();
    } catch (JsonParseException notJson) {
      return new JsonObject();
    }
  }

  int code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  boolean isSuccess() {
    return code >= SUCCESS && code < NO_SUCCESS;
  }

  /** The thing that was asked for; empty where the answer was none of the protocol. */
  Optional<Live> content() {
    return content.has("kind") ? Optional.of(content) : Optional.empty();
  }

  /** Whether the API server knows the kind: of others it speaks in plain text. */
  boolean isAboutAThing() {
    return content.text("reason").equals(Optional.of("NotFound")) && content.has("details", "name");
  }

  boolean hasCause(String reason) {
    return content.items("details", "causes").stream()
        .anyMatch(cause -> cause.text("reason").equals(Optional.of(reason)));
  }

  boolean hasReason(String reason) {
    return content.text("reason").equals(Optional.of(reason));
  }

  /** Looks into the message, to tell cases apart that have no name of their own. */
  boolean saysAnyOf(String... words) {
    var message = content.text("message").orElse("");
    return Arrays.stream(words).anyMatch(message::contains);
  }

  @Override
  public String toString() {
    return "ApiAnswer[" + code + "]";
  }
}
