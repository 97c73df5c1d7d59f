package eu.eutlas.k8s.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Lays what a resource says over what an operator would do by itself; named things by name. */
final class Merging {

  private Merging() {}

  static Document over(Document base, Document wish) {
    return new Document(objects(base.json(), wish.json()));
  }

  private static JsonObject objects(JsonObject base, JsonObject wish) {
    var merged = base.deepCopy();
    wish.entrySet().stream()
        .filter(entry -> !entry.getValue().isJsonNull())
        .forEach(entry -> {
          var name = entry.getKey();
          var value = entry.getValue();
          merged.add(name, merged.has(name) ? any(merged.get(name), value) : value.deepCopy());
        });
    return merged;
  }

  private static JsonElement any(JsonElement base, JsonElement wish) {
    if (base.isJsonObject() && wish.isJsonObject()) {
      return objects(base.getAsJsonObject(), wish.getAsJsonObject());
    }
    if (base.isJsonArray() && wish.isJsonArray()) {
      return arrays(base.getAsJsonArray(), wish.getAsJsonArray());
    }
    return wish.deepCopy();
  }

  private static JsonArray arrays(JsonArray base, JsonArray wish) {
    var left = new ArrayList<>(wish.asList());
    var merged = new JsonArray();
    for (var element : base) {
      var same =
          left.stream().filter(each -> !name(each).isEmpty() && name(each).equals(name(element)));
      same.findFirst()
          .ifPresentOrElse(
              each -> {
                left.remove(each);
                merged.add(any(element, each));
              },
              () -> merged.add(element.deepCopy()));
    }
    List.copyOf(left).forEach(merged::add);
    return merged;
  }

  private static String name(JsonElement element) {
    if (!element.isJsonObject()) {
      return "";
    }
    var document = new Document(element.getAsJsonObject());
    var name = document.text("name");
    return name.isEmpty() ? document.name() : name;
  }
}
