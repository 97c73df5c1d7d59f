package eu.eutlas.storage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A manifest as it is written, in words that stay: those of the enums in lower case. */
@JsonPropertyOrder({
  "format",
  "takenAt",
  "serverVersion",
  "toolVersion",
  "consistency",
  "archiveBytes",
  "archiveSha256",
  "users",
  "roles",
  "collections"
})
record ManifestJson(
    int format,
    String takenAt,
    String serverVersion,
    String toolVersion,
    String consistency,
    long archiveBytes,
    String archiveSha256,
    int users,
    int roles,
    List<Collection> collections) {
  /** Raised when a field is added or changes its meaning. */
  static final int FORMAT = 1;

  /** A collection as it is written. */
  @JsonPropertyOrder({
    "database",
    "collection",
    "kind",
    "documents",
    "bytes",
    "documentsSha256Sum",
    "definitionSha256"
  })
  record Collection(
      String database,
      String collection,
      String kind,
      long documents,
      long bytes,
      String documentsSha256Sum,
      String definitionSha256) {
    static Collection of(CollectionSum sum) {
      return new Collection(
          sum.namespace().database(),
          sum.namespace().collection(),
          word(sum.kind()),
          sum.documents(),
          sum.bytes(),
          sum.hash().hex(),
          sum.definition().hex());
    }

    CollectionSum sum() {
      return new CollectionSum(
          new Namespace(database, collection),
          constant(CollectionSum.Kind.values(), kind),
          documents,
          bytes,
          new Sha256(documentsSha256Sum),
          new Sha256(definitionSha256));
    }
  }

  static ManifestJson of(Manifest manifest) {
    return new ManifestJson(
        FORMAT,
        manifest.takenAt().toString(),
        manifest.serverVersion(),
        manifest.toolVersion(),
        word(manifest.consistency()),
        manifest.archiveBytes(),
        manifest.checksum().hex(),
        manifest.users(),
        manifest.roles(),
        manifest.collections().stream().map(Collection::of).toList());
  }

  Manifest manifest() {
    var sums = collections.stream().map(Collection::sum).toList();
    InvalidValue.unless(
        sums.stream().map(CollectionSum::namespace).distinct().count() == sums.size(),
        "A collection stands in a manifest once.");
    return new Manifest(
        Instant.parse(takenAt),
        serverVersion,
        toolVersion,
        constant(Consistency.values(), consistency),
        sums,
        users,
        roles,
        archiveBytes,
        new Sha256(archiveSha256));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(E[] all, String word) {
    return Arrays.stream(all)
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new InvalidValue("There is no such word in a manifest: " + word));
  }
}
