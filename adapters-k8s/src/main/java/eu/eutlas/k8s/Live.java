package eu.eutlas.k8s;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import eu.eutlas.domain.cluster.ClusterId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A thing as an API server shows it. What is missing or of another type is absent. */
final class Live {
  private final JsonObject json;

  Live(JsonObject json) {
    this.json = json;
  }

  Optional<String> text(String... path) {
    return at(path)
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .filter(text -> !text.isEmpty());
  }

  Optional<Long> number(String... path) {
    return at(path)
        .filter(element -> element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber())
        .map(JsonElement::getAsLong);
  }

  boolean is(String... path) {
    return at(path)
        .filter(element -> element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean())
        .map(JsonElement::getAsBoolean)
        .orElse(false);
  }

  List<Live> items(String... path) {
    return at(path)
        .filter(JsonElement::isJsonArray)
        .map(JsonElement::getAsJsonArray)
        .map(array ->
            StreamSupport.stream(array.spliterator(), false)
                .filter(JsonElement::isJsonObject)
                .map(element -> new Live(element.getAsJsonObject()))
                .toList())
        .orElseGet(List::of);
  }

  /** The part of it; an empty one where there is none. */
  Live inner(String... path) {
    return at(path)
        .filter(JsonElement::isJsonObject)
        .map(element -> new Live(element.getAsJsonObject()))
        .orElseGet(() -> new Live(new JsonObject()));
  }

  boolean has(String... path) {
    return at(path).isPresent();
  }

  private Optional<JsonElement> at(String... path) {
    @Nullable JsonElement element = json;
    for (var key : path) {
      element = element instanceof JsonObject object ? object.get(key) : null;
    }
    return Optional.ofNullable(element).filter(found -> !found.isJsonNull());
  }

  String name() {
    return text("metadata", "name").orElse("");
  }

  Optional<String> namespace() {
    return text("metadata", "namespace");
  }

  String resourceVersion() {
    return text("metadata", "resourceVersion").orElse("");
  }

  Optional<String> uid() {
    return text("metadata", "uid");
  }

  Optional<String> annotation(String key) {
    return text("metadata", "annotations", key);
  }

  Optional<String> label(String key) {
    return text("metadata", "labels", key);
  }

  boolean isLeaving() {
    return has("metadata", "deletionTimestamp");
  }

  Optional<Instant> time(String... path) {
    return text(path)
        .flatMap(text -> {
          try {
            return Optional.of(Instant.parse(text));
          } catch (DateTimeParseException notATime) {
            return Optional.empty();
          }
        });
  }

  /** For which generation EUTLAS made it last; 0 for what does not say. */
  long generation() {
    return label(LabelSet.GENERATION).map(Live::readGeneration).orElse(0L);
  }

  static long readGeneration(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notOurs) {
      return 0;
    }
  }

  boolean isOf(String installation, ClusterId cluster) {
    return label(LabelSet.INSTALLATION).equals(Optional.of(installation))
        && label(LabelSet.CLUSTER).equals(Optional.of(cluster.value()));
  }
}
