package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * A document as it was once stored, in a file of its own. What no longer reads it, or no longer
 * writes it so, needs a migration.
 */
public final class GoldenDocument {
  private static final JsonWriterSettings READABLE =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).indent(true).build();

  private GoldenDocument() {}

  /** Holds writing and reading against the file. */
  public static <T> void check(
      String name, T value, Function<T, BsonDocument> write, Function<BsonDocument, T> read) {
    var stored = load(name);

    assertThat(write.apply(value).toJson(READABLE)).isEqualTo(stored);
    assertThat(read.apply(BsonDocument.parse(stored))).isEqualTo(value);
  }

  /** A document that is only read, because it is of an older form. */
  public static BsonDocument read(String name) {
    return BsonDocument.parse(load(name));
  }

  private static String load(String name) {
    var file = "/documents/" + name + ".json";
    try (var stream = GoldenDocument.class.getResourceAsStream(file)) {
      var bytes = Objects.requireNonNull(stream, file + " is missing").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
