package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A document that is generated from the code and kept in {@code docs}. It is made anew by {@code
 * -Deutlas.documents=rewrite}.
 */
public final class KeptDocument {
  private static final Path DOCS = Path.of(System.getProperty("basedir", ".")).resolve("../docs");

  private KeptDocument() {}

  /** Fails unless the kept document is this one. */
  public static void requireCurrent(String name, String wanted) throws IOException {
    var document = DOCS.resolve(name);
    if ("rewrite".equals(System.getProperty("eutlas.documents"))) {
      Files.writeString(document, wanted);
    }
    assertThat(Files.readAllLines(document))
        .as("Make it anew with -Deutlas.documents=rewrite.")
        .isEqualTo(List.of(wanted.split("\n")));
  }
}
