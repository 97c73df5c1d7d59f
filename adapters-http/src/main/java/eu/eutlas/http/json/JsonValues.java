package eu.eutlas.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.domain.cluster.Labels;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON object by the components of a record, noting every fault. */
final class JsonValues {
  private static final int LONGEST_LIST = 20;

  private final Faults faults = new Faults();
  private final boolean nullIsAbsent;

  private JsonValues(boolean nullIsAbsent) {
    this.nullIsAbsent = nullIsAbsent;
  }

  /** Reads a record, or refuses the object with all its faults. */
  static <T> T read(Class<T> type, ObjectNode object) {
    var reading = new JsonValues(!MergePatch.class.isAssignableFrom(type));
    var values = reading.values(type, object, "");
    reading.faults.refuse();
    return Records.create(type, values);
  }

  /** The components of a record; what is below another field has that field's path before it. */
  private @Nullable Object[] values(Class<?> type, ObjectNode object, String path) {
    var components = type.getRecordComponents();
    var left = object.deepCopy();
    var values = new @Nullable Object[components.length];
    for (var i = 0; i < components.length; i++) {
      var name = components[i].getName();
      values[i] = component(components[i].getGenericType(), path + name, left.remove(name));
    }
    left.fieldNames()
        .forEachRemaining(name -> faults.add(path + name, "There is no such field here."));
    return values;
  }

  private @Nullable Object component(Type type, String field, @Nullable JsonNode node) {
    if (type == LabelPatch.class) {
      return labelPatch(field, node);
    }
    var optional = Records.optional(type);
    if (node == null) {
      expected(optional.isPresent(), field, "This field is required.");
      return Optional.empty();
    }
    if (node.isNull()) {
      expected(optional.isPresent() && nullIsAbsent, field, "This field is not null.");
      return Optional.empty();
    }
    var value = value(optional.orElse(type), field, node);
    return optional.isPresent() ? Optional.ofNullable(value) : value;
  }

  private @Nullable Object value(Type type, String field, JsonNode node) {
    return type instanceof ParameterizedType list
        ? list((Class<?>) list.getActualTypeArguments()[0], field, node)
        : value((Class<?>) type, field, node);
  }

  private @Nullable List<Object> list(Class<?> element, String field, JsonNode node) {
    if (!expected(
        node.isArray() && !node.isEmpty() && node.size() <= LONGEST_LIST,
        field,
        "Give a list of 1 to " + LONGEST_LIST + ".")) {
      return null;
    }
    var items = new ArrayList<Object>();
    for (var i = 0; i < node.size(); i++) {
      var item = item(element, field + "." + i, node.get(i));
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private @Nullable Object item(Class<?> type, String field, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      faults.add(field, "Give an object.");
      return null;
    }
    var before = faults.size();
    var values = values(type, object, field + ".");
    return faults.size() == before ? faults.read(field, () -> Records.create(type, values)) : null;
  }

  private @Nullable Object value(Class<?> type, String field, JsonNode node) {
    if (type == Labels.class) {
      return labels(field, node);
    }
    if (JsonRequest.class.isAssignableFrom(type)) {
      return item(type, field, node);
    }
    if (type == Boolean.class) {
      return expected(node.isBoolean(), field, "Give true or false.") ? node.booleanValue() : null;
    }
    if (Records.isNumber(type)) {
      return expected(node.isInt(), field, "Give a whole number.")
          ? faults.read(field, () -> Records.create(type, node.intValue()))
          : null;
    }
    return expected(node.isTextual(), field, "Give a text.")
        ? faults.read(field, () -> TextValues.parse(type, node.textValue()))
        : null;
  }

  private @Nullable Labels labels(String field, JsonNode node) {
    if (!expected(node.isObject(), field, "Give an object of texts.")) {
      return null;
    }
    var pairs = new HashMap<String, String>();
    node.properties()
        .forEach(pair ->
            label(field, pair.getKey(), pair.getValue())
                .ifPresent(value -> pairs.put(pair.getKey(), value)));
    return faults.read(field, () -> new Labels(pairs));
  }

  /** Labels of a merge patch (RFC 7396): null takes away, what is not mentioned stays. */
  private @Nullable LabelPatch labelPatch(String field, @Nullable JsonNode node) {
    if (node == null) {
      return new LabelPatch.Keep();
    }
    if (node.isNull()) {
      return new LabelPatch.Clear();
    }
    if (!expected(node.isObject(), field, "Give an object of texts, or null.")) {
      return null;
    }
    var pairs = new HashMap<String, Optional<String>>();
    node.properties()
        .forEach(pair -> {
          var value = pair.getValue();
          pairs.put(
              pair.getKey(),
              value.isNull() ? Optional.empty() : label(field, pair.getKey(), value));
        });
    return new LabelPatch.Merge(pairs);
  }

  private Optional<String> label(String field, String key, JsonNode value) {
    var name = field + "." + key;
    if (!expected(value.isTextual(), name, "Give a text.")) {
      return Optional.empty();
    }
    var pair =
        faults.read(
            name,
            () -> {
              var text = (String) TextValues.parse(String.class, value.textValue());
              return new Labels(Map.of(key, text));
            });
    return pair == null ? Optional.empty() : Optional.of(value.textValue());
  }

  private boolean expected(boolean holds, String field, String message) {
    if (!holds) {
      faults.add(field, message);
    }
    return holds;
  }
}
