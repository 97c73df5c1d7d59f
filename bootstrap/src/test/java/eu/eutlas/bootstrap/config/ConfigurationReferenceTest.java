package eu.eutlas.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference in the documentation is the table in the code. With {@code -Deutlas.rewrite=true}
 * it is written anew.
 */
class ConfigurationReferenceTest {
  private static final Path DOCUMENT = Path.of("../docs/configuration.md");
  private static final String BEGIN = "<!-- table: begin -->\n";
  private static final String END = "<!-- table: end -->\n";

  @Test
  void theDocumentedTableIsTheRealOne() throws IOException {
    var document = Files.readString(DOCUMENT);
    var begin = document.indexOf(BEGIN) + BEGIN.length();
    var end = document.indexOf(END);
    if (Boolean.getBoolean("eutlas.rewrite")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + table() + document.substring(end));
      return;
    }

    assertThat(document.substring(begin, end)).isEqualTo(table());
  }

  private static String table() {
    return "| environment | in the file | when nothing is said | what it is |\n|---|---|---|---|\n"
        + Arrays.stream(Key.values())
            .map(ConfigurationReferenceTest::row)
            .collect(Collectors.joining());
  }

  private static String row(Key key) {
    return "| %s | %s | %s | %s |\n"
        .formatted(
            key.environment().map(name -> "`" + name + "`").orElse(""),
            key.file().map(name -> "`" + name + "`").orElse(""),
            key.usual(),
            key.meaning());
  }
}
