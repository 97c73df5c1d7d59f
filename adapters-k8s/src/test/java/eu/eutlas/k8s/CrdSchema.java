package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What a custom resource definition says of the shape of its resources, in that part of
 * openAPIV3Schema that ours touch. Strict: a field that it does not know is a mistake.
 */
final class CrdSchema {
  private final Map<?, ?> root;

  private CrdSchema(Map<?, ?> root) {
    this.root = root;
  }

  /** Reads the definition of that kind from one of the files in the folder. */
  static CrdSchema read(Path folder, String kind, String version) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
      for (var file : files) {
        try (var reader = Files.newBufferedReader(file)) {
          for (var document : all(reader)) {
            if (document instanceof Map<?, ?> crd
                && kind.equals(at(crd, "spec", "names", "kind"))) {
              return new CrdSchema(schema(crd, version));
            }
          }
        }
      }
    }
    throw new IllegalStateException("No definition of " + kind + " there.");
  }

  private static Iterable<Object> all(Reader reader) {
    var options = new LoaderOptions();
    options.setCodePointLimit(16 * 1024 * 1024);
    return new Yaml(new SafeConstructor(options)).loadAll(reader);
  }

  private static Map<?, ?> schema(Map<?, ?> crd, String version) {
    for (var each : (List<?>) at(crd, "spec", "versions")) {
      if (version.equals(at((Map<?, ?>) each, "name"))) {
        return (Map<?, ?>) at((Map<?, ?>) each, "schema", "openAPIV3Schema");
      }
    }
    throw new IllegalStateException("The definition has no version " + version + ".");
  }

  private static Object at(Map<?, ?> map, String... path) {
    Object value = map;
    for (var key : path) {
      value = value instanceof Map<?, ?> inner && inner.containsKey(key) ? inner.get(key) : "";
    }
    return value;
  }

  /** Whatever is wrong with it, each with its place. */
  List<String> mistakes(Map<String, Object> resource) {
    var mistakes = new ArrayList<String>();
    check(root, resource, "", mistakes);
    return mistakes;
  }

  private static void check(Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
      require(
          value instanceof Integer || value instanceof String, path + ": no quantity", mistakes);
      return;
    }
    switch (at(schema, "type").toString()) {
      case "object" -> checkObject(schema, value, path, mistakes);
      case "array" -> checkArray(schema, value, path, mistakes);
      case "string" -> checkText(schema, value, path, mistakes);
      case "integer" -> checkNumber(schema, value, path, mistakes);
      case "boolean" -> require(value instanceof Boolean, path + ": no truth value", mistakes);
      default -> mistakes.add(path + ": a type that this check does not know");
    }
  }

  private static void checkObject(
      Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    if (!(value instanceof Map<?, ?> map)) {
      mistakes.add(path + ": no object");
      return;
    }
    if (at(schema, "required") instanceof List<?> required) {
      required.forEach(
          key -> require(map.containsKey(key), path + "." + key + ": missing", mistakes));
    }
    var free =
        Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))
            || path.equals(".metadata");
    map.forEach((key, field) -> {
      if (at(schema, "properties", key.toString()) instanceof Map<?, ?> inner) {
        check(inner, field, path + "." + key, mistakes);
      } else if (at(schema, "additionalProperties") instanceof Map<?, ?> inner) {
        check(inner, field, path + "." + key, mistakes);
      } else {
        require(free, path + "." + key + ": unknown", mistakes);
      }
    });
  }

  private static void checkArray(
      Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    if (!(value instanceof List<?> list)) {
      mistakes.add(path + ": no list");
      return;
    }
    list.forEach(item -> check((Map<?, ?>) at(schema, "items"), item, path + "[]", mistakes));
  }

  private static void checkText(
      Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    require(value instanceof String, path + ": no text", mistakes);
    if (at(schema, "enum") instanceof List<?> words) {
      require(words.contains(value), path + ": none of " + words, mistakes);
    }
    if (schema.get("pattern") instanceof String pattern) {
      require(
          Pattern.compile(pattern).matcher(value.toString()).find(),
          path + ": not like " + pattern,
          mistakes);
    }
  }

  private static void checkNumber(
      Map<?, ?> schema, Object value, String path, List<String> mistakes) {
    if (!(value instanceof Integer number)) {
      mistakes.add(path + ": no number");
      return;
    }
    if (schema.get("minimum") instanceof Number least) {
      require(number >= least.longValue(), path + ": too small", mistakes);
    }
    if (schema.get("maximum") instanceof Number most) {
      require(number <= most.longValue(), path + ": too large", mistakes);
    }
  }

  private static void require(boolean holds, String mistake, List<String> mistakes) {
    if (!holds) {
      mistakes.add(mistake);
    }
  }

  void requireFits(Manifest manifest) {
    assertThat(mistakes(manifest.content())).isEmpty();
  }
}
