package eu.eutlas.k8s;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import eu.eutlas.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A manifest as it is sent: the one place where secrets are written out. */
final class Json {
  private Json() {}

  static String of(Map<String, ?> content) {
    return object(content).toString();
  }

  private static JsonElement element(Object value) {
    return switch (value) {
      case Map<?, ?> map -> object(map);
      case Iterable<?> list -> array(list);
      case String text -> new JsonPrimitive(text);
      case Number number -> new JsonPrimitive(number);
      case Boolean truth -> new JsonPrimitive(truth);
      case Secret secret -> new JsonPrimitive(base64(secret));
      default -> throw new IllegalArgumentException("A manifest does not hold such a thing.");
    };
  }

  private static JsonObject object(Map<?, ?> map) {
    var object = new JsonObject();
    map.forEach((key, value) -> object.add(key.toString(), element(value)));
    return object;
  }

  private static JsonArray array(Iterable<?> list) {
    var array = new JsonArray();
    list.forEach(value -> array.add(element(value)));
    return array;
  }

  /** The data of a Kubernetes secret are written so; secrets stand nowhere else. */
  private static String base64(Secret secret) {
    return Base64.getEncoder().encodeToString(secret.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
