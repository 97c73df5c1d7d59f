package eu.eutlas.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Sha256;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JsonManifestFormatTest {
  private static final Sha256 HASH = new Sha256("0123456789abcdef".repeat(4));
  private static final Sha256 NONE = new Sha256("0".repeat(64));
  private static final Manifest MANIFEST =
      new Manifest(
          Instant.parse("2026-03-01T09:30:15.123Z"),
          "8.0.4",
          "eutlas 0.1.0",
          Consistency.EACH_COLLECTION,
          List.of(
              new CollectionSum(
                  new Namespace("shop", "orders.2026"),
                  CollectionSum.Kind.COLLECTION,
                  3_000_000_000L,
                  9_000_000_000_000L,
                  HASH,
                  HASH),
              new CollectionSum(
                  new Namespace("shop", "\u65e5\u672c \"quoted\""),
                  CollectionSum.Kind.TIME_SERIES,
                  1,
                  20,
                  HASH,
                  HASH),
              new CollectionSum(
                  new Namespace("shop", "paid"), CollectionSum.Kind.VIEW, 0, 0, NONE, HASH)),
          2,
          1,
          5_000_000_000L,
          HASH);

  private final JsonManifestFormat format = new JsonManifestFormat();

  @Test
  void writesWhatPeopleCanRead() throws IOException {
    assertThat(new String(format.write(MANIFEST), UTF_8)).isEqualTo(golden());
  }

  @Test
  void readsWhatWasWrittenByTheFirstRelease() throws IOException {
    assertThat(format.read(golden().getBytes(UTF_8))).isEqualTo(MANIFEST);
  }

  @ParameterizedTest
  @EnumSource(Consistency.class)
  void readsWhatItWrites(Consistency consistency) {
    var manifest = new Manifest(Instant.EPOCH, "", "", consistency, List.of(), 0, 0, 0, NONE);

    assertThat(format.read(format.write(manifest))).isEqualTo(manifest);
  }

  @Test
  void refusesWhatALaterReleaseWrote() throws IOException {
    isRefused(
        golden().replace("\"format\" : 1", "\"format\" : 2, \"more\" : true"), "MANIFEST_NEWER");
    isRefused("{\"format\":99999999999}", "MANIFEST_NEWER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"users\" : 2 | \"users\" : -2",
        "\"users\" : 2 | \"users\" : 2.5",
        "\"users\" : 2 | \"users\" : \"2\"",
        "\"users\" : 2 | \"users\" : null",
        "\"users\" : 2 | \"users\" : 2, \"users\" : 3",
        "\"users\" : 2 | \"users\" : 2, \"more\" : 3",
        "\"users\" : 2, | ` `",
        "\"users\" : 2 | \"users\" : 22222222222",
        "\"format\" : 1 | \"format\" : 0",
        "\"format\" : 1 | \"format\" : 1.5",
        "\"format\" : 1 | \"format\" : \"1\"",
        "\"format\" : 1, | ` `",
        "\"8.0.4\" | null",
        "each-collection | EACH_COLLECTION",
        "each-collection | sometimes",
        "2026-03-01T09:30:15.123Z | yesterday",
        "0123456789abcdef0 | 0123456789ABCDEF0",
        "0123456789abcdef0 | 123456789abcdef0",
        "orders.2026 | paid",
        "\"shop\" | \"sh.op\""
      })
  void refusesWhatIsDamaged(String found, String instead) throws IOException {
    assertThat(golden()).contains(found);

    isRefused(
        golden().replaceFirst(java.util.regex.Pattern.quote(found), instead), "MANIFEST_DAMAGED");
  }

  @Test
  void refusesWhatWasCutOffOrGoesOn() throws IOException {
    var whole = golden().strip().getBytes(UTF_8);
    for (var length = 0; length < whole.length; length += 7) {
      isRefused(new String(Arrays.copyOf(whole, length), UTF_8), "MANIFEST_DAMAGED");
    }
    isRefused(golden() + "{}", "MANIFEST_DAMAGED");
    isRefused("[]", "MANIFEST_DAMAGED");
    isRefused("null", "MANIFEST_DAMAGED");
  }

  private void isRefused(String text, String code) {
    assertThatThrownBy(() -> format.read(text.getBytes(UTF_8)))
        .as(text)
        .isInstanceOfSatisfying(
            PortFailure.Rejected.class,
            failure -> assertThat(failure.error().code()).isEqualTo(code));
  }

  private static String golden() throws IOException {
    try (var in =
        Objects.requireNonNull(
            JsonManifestFormatTest.class.getResourceAsStream("manifest-1.json"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
