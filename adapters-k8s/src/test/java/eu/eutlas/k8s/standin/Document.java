package eu.eutlas.k8s.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JSON object as the API server sends it. What is absent reads as empty. */
record Document(JsonObject json) {

  static Document parse(String text) {
    return new Document(JsonParser.parseString(text).getAsJsonObject());
  }

  String name() {
    return text("metadata", "name");
  }

  String namespace() {
    return text("metadata", "namespace");
  }

  String uid() {
    return text("metadata", "uid");
  }

  boolean isDeleting() {
    return find("metadata", "deletionTimestamp").isPresent();
  }

  String text(String... path) {
    return find(path).map(JsonElement::getAsString).orElse("");
  }

  long number(String... path) {
    return find(path).map(JsonElement::getAsLong).orElse(0L);
  }

  boolean flag(String... path) {
    return find(path).map(JsonElement::getAsBoolean).orElse(false);
  }

  Document at(String... path) {
    return new Document(find(path).map(JsonElement::getAsJsonObject).orElseGet(JsonObject::new));
  }

  List<Document> list(String... path) {
    return elements(path).map(each -> new Document(each.getAsJsonObject())).toList();
  }

  List<String> words(String... path) {
    return elements(path).map(JsonElement::getAsString).toList();
  }

  boolean has(String... path) {
    return find(path).isPresent();
  }

  private Stream<JsonElement> elements(String... path) {
    return find(path).map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new).asList().stream();
  }

  private Optional<JsonElement> find(String... path) {
    JsonElement place = json;
    for (var step : path) {
      if (!place.isJsonObject() || !place.getAsJsonObject().has(step)) {
        return Optional.empty();
      }
      place = place.getAsJsonObject().get(step);
    }
    return place.isJsonNull() ? Optional.empty() : Optional.of(place);
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
