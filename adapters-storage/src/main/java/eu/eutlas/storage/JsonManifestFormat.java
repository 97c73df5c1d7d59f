package eu.eutlas.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ManifestFormat;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.backup.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * Manifests as JSON that people can read, in UTF-8. What is read must have exactly the fields that
 * were written: a manifest that is damaged must not pass for another one.
 */
public final class JsonManifestFormat implements ManifestFormat {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  @Override
  public byte[] write(Manifest manifest) {
    try {
      var text =
          JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ManifestJson.of(manifest));
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest is always JSON.", e);
    }
  }

  @Override
  public Manifest read(byte[] written) {
    try {
      var tree = JSON.readTree(written);
      var format = tree.path("format");
      if (!format.isIntegralNumber() || format.longValue() < 1) {
        throw damaged(null);
      }
      if (format.longValue() > ManifestJson.FORMAT) {
        throw newer(format);
      }
      return JSON.treeToValue(tree, ManifestJson.class).manifest();
    } catch (IOException | InvalidValue | DateTimeException e) {
      throw damaged(e);
    }
  }

  private static PortFailure.Rejected newer(JsonNode format) {
    return new PortFailure.Rejected(
        "MANIFEST_NEWER",
        "This backup was written by a later release of EUTLAS (its manifest has format "
            + format.asText()
            + ", and this release reads up to "
            + ManifestJson.FORMAT
            + "). Restore it with that release.",
        null);
  }

  private static PortFailure.Rejected damaged(@Nullable Exception cause) {
    return new PortFailure.Rejected(
        "MANIFEST_DAMAGED",
        "The manifest of this backup cannot be read: it was changed or cut off.",
        cause);
  }
}
