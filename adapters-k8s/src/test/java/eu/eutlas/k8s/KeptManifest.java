package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * YAML that is generated from the code and kept. It is made anew by {@code
 * -Deutlas.documents=rewrite}.
 */
final class KeptManifest {
  private static final Path BASE = Path.of(System.getProperty("basedir", "."));

  private KeptManifest() {}

  /** Fails unless the kept file, named from the module's folder, is this one. */
  static void requireCurrent(String name, String wanted) throws IOException {
    var file = BASE.resolve(name);
    if ("rewrite".equals(System.getProperty("eutlas.documents"))) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, wanted);
    }
    assertThat(Files.readAllLines(file))
        .as("Make it anew with -Deutlas.documents=rewrite.")
        .isEqualTo(List.of(wanted.split("\n")));
  }

  static String yaml(List<Manifest> manifests) {
    return manifests.stream()
        .map(manifest -> yaml(manifest.content()))
        .collect(Collectors.joining("---\n"));
  }

  static String yaml(Map<String, ?> content) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(200);
    return new Yaml(options).dump(plain(content));
  }

  /** Sorted, and each time a copy, so that no alias stands in the file. */
  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, inner) -> sorted.put(key.toString(), plain(inner)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(KeptManifest::plain).toList();
      case Secret secret -> secret.toString();
      default -> value;
    };
  }
}
