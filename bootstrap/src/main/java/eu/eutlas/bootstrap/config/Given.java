package eu.eutlas.bootstrap.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What file and environment say, before it means anything; and the faults found in it so far. */
final class Given {
  private static final String PREFIX = "EUTLAS_";

  /** Names of ours that the product itself does not read: the launcher's and the tests'. */
  private static final Set<String> OTHERS =
      Set.of(
          "EUTLAS_JAVA_OPTS",
          "EUTLAS_SEARCH_ROOT",
          "EUTLAS_TEST_MONGODB_URI",
          "EUTLAS_TEST_MONGO_TOOLS",
          "EUTLAS_TEST_KUBECONFIG",
          "EUTLAS_CRD_DIR");

  private final Map<String, String> environment;
  private final Map<String, Object> file;
  private final List<String> faults;

  private Given(Map<String, String> environment, Map<String, Object> file, List<String> faults) {
    this.environment = environment;
    this.file = file;
    this.faults = faults;
  }

  static Given read(Map<String, String> environment) {
    var faults = new ArrayList<String>();
    var file = new TreeMap<String, Object>();
    var name = environment.get(Key.CONFIG.shown());
    if (name != null && !name.isBlank()) {
      file.putAll(load(Path.of(name), faults));
    }
    var given = new Given(environment, file, faults);
    given.refuseUnknown();
    return given;
  }

  List<String> faults() {
    return faults;
  }

  void fault(Key key, String sentence) {
    faults.add(key.shown() + ": " + sentence);
  }

  /** A value read from text, or what holds usually when there is none or a faulty one. */
  <T> T value(Key key, Function<String, T> parse, T usual) {
    return value(key, parse).orElse(usual);
  }

  /** A value read from text; absent when there is none or a faulty one. */
  <T> Optional<T> value(Key key, Function<String, T> parse) {
    return text(key)
        .flatMap(text -> {
          try {
            return Optional.of(parse.apply(text));
          } catch (IllegalArgumentException | DateTimeException e) {
            fault(key, String.valueOf(e.getMessage()));
            return Optional.empty();
          }
        });
  }

  /** A secret, given itself or as a file that holds it. */
  Optional<String> secret(Key itself, Key inFile) {
    var direct = text(itself);
    var path = text(inFile);
    if (direct.isPresent() && path.isPresent()) {
      fault(inFile, "it is given together with " + itself.shown() + "; give one of them.");
    }
    return direct.or(() -> path.flatMap(name -> content(inFile, name)));
  }

  /** A list of things with fields, as only the file can hold it; absent when it is not there. */
  Optional<List<Map<String, Object>>> list(Key key) {
    var value = key.file().map(file::get);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var items = new ArrayList<Map<String, Object>>();
    if (value.get() instanceof List<?> list) {
      for (Object item : list) {
        items.add(fields(key, item));
      }
    } else {
      fault(key, "it is a list.");
    }
    return Optional.of(items);
  }

  private Map<String, Object> fields(Key key, @Nullable Object item) {
    var fields = new TreeMap<String, Object>();
    if (item instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        if (value != null) {
          fields.put(String.valueOf(name), value);
        }
      });
    } else {
      fault(key, "each of its items has fields.");
    }
    return fields;
  }

  private Optional<String> text(Key key) {
    return key.environment()
        .map(environment::get)
        .filter(text -> !text.isBlank())
        .or(() -> key.file().map(file::get).map(String::valueOf))
        .map(String::strip);
  }

  private Optional<String> content(Key key, String name) {
    try {
      return Optional.of(Files.readString(Path.of(name)).strip());
    } catch (IOException e) {
      fault(key, "the file " + name + " cannot be read.");
      return Optional.empty();
    }
  }

  private void refuseUnknown() {
    var inEnvironment = Arrays.stream(Key.values()).flatMap(k -> k.environment().stream()).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith(PREFIX))
        .filter(name -> Key.ofEnvironment(name).isEmpty() && !OTHERS.contains(name))
        .sorted()
        .forEach(name -> faults.add(unknown("environment variable " + name, name, inEnvironment)));
    var inFile = Arrays.stream(Key.values()).flatMap(k -> k.file().stream()).toList();
    file.keySet().stream()
        .filter(name -> !inFile.contains(name))
        .forEach(name -> faults.add(unknown("key " + name + " in the file", name, inFile)));
  }

  private static String unknown(String what, String name, List<String> known) {
    return "The " + what + " is unknown." + NearMiss.hint(name, known);
  }

  private static Map<String, Object> load(Path path, List<String> faults) {
    try {
      var mapper =
          YAMLMapper.builder(
                  YAMLFactory.builder()
                      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                      .build())
              .build();
      var read =
          mapper.readValue(Files.readString(path), new TypeReference<Map<String, Object>>() {});
      return read == null ? Map.of() : read;
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      faults.add(
          "EUTLAS_CONFIG: the file %s is not YAML with keys and values%s."
              .formatted(path, at == null ? "" : ", see line " + at.getLineNr()));
    } catch (IOException e) {
      faults.add("EUTLAS_CONFIG: the file " + path + " cannot be read.");
    }
    return Map.of();
  }
}
