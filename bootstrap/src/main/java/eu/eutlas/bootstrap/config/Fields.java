package eu.eutlas.bootstrap.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one item of a list. What is missing or of another kind is said in a sentence. */
record Fields(Map<String, Object> values) {
  String text(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("the field " + name + " is missing."));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).map(String::valueOf);
  }

  BigDecimal decimal(String name) {
    try {
      return new BigDecimal(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the field " + name + " is a number.", e);
    }
  }

  boolean yesOrNo(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("the field " + name + " is true or false.");
    };
  }

  /** A list of texts; empty where the field is missing. */
  List<String> texts(String name) {
    return switch (values.get(name)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> throw new IllegalArgumentException("the field " + name + " is a list.");
    };
  }

  /** Texts by their names; empty where the field is missing. */
  Map<String, String> pairs(String name) {
    return switch (values.get(name)) {
      case null -> Map.of();
      case Map<?, ?> map -> {
        var pairs = new LinkedHashMap<String, String>();
        map.forEach((key, value) -> pairs.put(String.valueOf(key), String.valueOf(value)));
        yield pairs;
      }
      default ->
          throw new IllegalArgumentException("the field " + name + " holds names and values.");
    };
  }
}
