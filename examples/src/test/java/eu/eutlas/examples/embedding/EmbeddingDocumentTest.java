package eu.eutlas.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The documentation quotes the example as it is. With {@code -Deutlas.rewrite=true} it is quoted
 * anew.
 */
class EmbeddingDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/embedding.md");
  private static final Path EXAMPLE =
      Path.of("src/main/java/eu/eutlas/examples/embedding/EmbeddedEutlas.java");
  private static final String BEGIN = "<!-- example: begin -->\n";
  private static final String END = "<!-- example: end -->\n";

  @Test
  void quotesTheExampleAsItIs() throws IOException {
    var document = Files.readString(DOCUMENT);
    var begin = document.indexOf(BEGIN) + BEGIN.length();
    var end = document.indexOf(END);
    var quoted = "```java\n" + classOf(Files.readString(EXAMPLE)) + "```\n";
    if (Boolean.getBoolean("eutlas.rewrite")) {
      Files.writeString(DOCUMENT, document.substring(0, begin) + quoted + document.substring(end));
      return;
    }

    assertThat(document.substring(begin, end)).isEqualTo(quoted);
  }

  /** The class without its package and imports. */
  private static String classOf(String source) {
    return source.substring(source.indexOf("/**"));
  }
}
