package eu.eutlas.http.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.json.JsonRequest;
import eu.eutlas.http.json.Records;
import eu.eutlas.http.json.TextValues;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of records, as JSON Schema 2020-12, which OpenAPI 3.1 uses. A component that may be
 * null says so by {@code @Nullable}, one that may be missing by {@code Optional}.
 */
final class Schemas {
  private static final String RESPONSE = "Response";

  private final SortedMap<String, ObjectNode> named = new TreeMap<>();

  /** All schemas that were asked for by reference, by name. */
  SortedMap<String, ObjectNode> named() {
    return named;
  }

  /** The schema of a type, or a reference to it. */
  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    var raw = (Class<?>) type;
    if (raw == Labels.class) {
      return labels(ValueSchemas.of("string"));
    }
    if (raw == LabelPatch.class) {
      return nullable(labels(nullable(ValueSchemas.of("string"))));
    }
    if (raw.isEnum()) {
      return choice(raw);
    }
    return ValueSchemas.find(raw).orElseGet(() -> reference(raw));
  }

  private ObjectNode generic(ParameterizedType type) {
    var arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      var list = ValueSchemas.of("array");
      list.set("items", of(arguments[0]));
      return list;
    }
    if (type.getRawType() == Map.class) {
      var map = ValueSchemas.of("object");
      map.set("additionalProperties", of(arguments[1]));
      return map;
    }
    if (type.getRawType() == Items.class) {
      return items((Class<?>) arguments[0]);
    }
    return Records.optional(type)
        .map(this::of)
        .orElseThrow(() -> new IllegalStateException("There is no schema of " + type + "."));
  }

  private ObjectNode items(Class<?> element) {
    var name = name(element) + "List";
    if (!named.containsKey(name)) {
      var schema = ValueSchemas.of("object");
      schema.putArray("required").add("items").add("nextCursor");
      var properties = schema.putObject("properties");
      properties.putObject("items").put("type", "array").set("items", of(element));
      properties.set("nextCursor", nullable(ValueSchemas.of("string")));
      named.put(name, schema);
    }
    return reference(name);
  }

  private ObjectNode reference(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalStateException("There is no schema of " + type + ".");
    }
    var name = name(type);
    if (!named.containsKey(name)) {
      // First the name, so that a record may hold its own kind.
      var schema = ValueSchemas.of("object");
      named.put(name, schema);
      fill(schema, type);
    }
    return reference(name);
  }

  private void fill(ObjectNode schema, Class<?> type) {
    var required = schema.putArray("required");
    var properties = schema.putObject("properties");
    for (var component : type.getRecordComponents()) {
      var name = fieldName(component);
      if (isRequired(component)) {
        required.add(name);
      }
      var property = of(component.getGenericType());
      Examples.add(name, property);
      properties.set(name, isNullable(component) ? nullable(property) : property);
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
    if (JsonRequest.class.isAssignableFrom(type)) {
      schema.put("additionalProperties", false);
    }
  }

  private static boolean isRequired(RecordComponent component) {
    return Records.optional(component.getGenericType()).isEmpty()
        && component.getType() != LabelPatch.class;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  static String fieldName(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElseGet(component::getName);
  }

  static ObjectNode nullable(ObjectNode schema) {
    var type = schema.get("type");
    if (type == null) {
      var either = JsonNodeFactory.instance.objectNode();
      either.putArray("anyOf").add(schema).add(ValueSchemas.of("null"));
      return either;
    }
    schema.putArray("type").add(type).add("null");
    if (schema.path("enum").isArray()) {
      schema.withArray("enum").addNull();
    }
    return schema;
  }

  private static ObjectNode choice(Class<?> type) {
    var schema = ValueSchemas.of("string");
    var words = schema.putArray("enum");
    TextValues.choices(type).keySet().forEach(words::add);
    return schema;
  }

  private static ObjectNode labels(ObjectNode value) {
    var schema = ValueSchemas.of("object").put("maxProperties", 20);
    schema.set("additionalProperties", value.put("maxLength", 100));
    schema.putArray("examples").addObject().put("team", "shop");
    return schema;
  }

  private static ObjectNode reference(String name) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /** ClusterResponse is told as Cluster; requests keep their names. */
  private static String name(Class<?> type) {
    var simple = type.getSimpleName();
    return simple.endsWith(RESPONSE)
        ? simple.substring(0, simple.length() - RESPONSE.length())
        : simple;
  }
}
