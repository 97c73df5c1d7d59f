package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.InvalidValue;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in an archive: names, sums and check values. */
final class ArchiveValuesTest {

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("abZ0_-$ü").ofMinLength(1).ofMaxLength(12);
  }

  @Property
  void aNamespaceIsReadAsItIsWritten(
      @ForAll("names") String database, @ForAll("names") String one, @ForAll("names") String two) {
    var namespace = new Namespace(database, one + "." + two);

    assertThat(Namespace.parse(namespace.toString())).isEqualTo(namespace);
    assertThat(namespace.toString()).isEqualTo(database + "." + one + "." + two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "shop", ".orders", "shop."})
  void aNamespaceHasADatabaseAndACollection(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Namespace.parse(text));
  }

  @Test
  void aDatabaseHasNoDot() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Namespace("shop.old", "orders"));
  }

  @Property
  void aCheckValueIsReadAsItIsWritten(@ForAll @Size(32) byte[] bytes) {
    var hash = Sha256.of(bytes);

    assertThat(HexFormat.of().parseHex(hash.hex())).isEqualTo(bytes);
    assertThat(new Sha256(hash.toString())).isEqualTo(hash);
  }

  @Test
  void aCheckValueHas64DigitsInLowerCase() {
    var digits = "0123456789abcdef".repeat(4);

    for (var text :
        List.of("", digits + "0", digits.substring(1), digits.replace('f', 'F'), "g" + digits)) {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Sha256(text));
    }
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Sha256(digits.substring(1) + "x"));
  }

  @Test
  void aManifestSumsItsCollectionsUp() {
    var manifest = manifest(List.of(sum("orders", 3, 300), sum("users", 2, 50)));

    assertThat(manifest.documents()).isEqualTo(5);
    assertThat(manifest.dataBytes()).isEqualTo(350);
    assertThat(Contents.of(manifest))
        .isEqualTo(
            new Contents(Given.NOW, 77, hash(), 2, 5, 350, "7.0.14", Consistency.EACH_COLLECTION));
  }

  @Test
  void aManifestKeepsItsCollectionsWhateverBecomesOfTheList() {
    var list = new ArrayList<>(List.of(sum("orders", 3, 300)));
    var manifest = manifest(list);

    list.clear();

    assertThat(manifest.collections()).hasSize(1);
  }

  @Test
  void nothingIsCountedBelowZero() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> sum("orders", -1, 0));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> sum("orders", 0, -1));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() ->
            new Manifest(Given.NOW, "7.0", "1", Consistency.SNAPSHOT, List.of(), -1, 0, 0, hash()));
  }

  private static Manifest manifest(List<CollectionSum> collections) {
    return new Manifest(
        Given.NOW, "7.0.14", "1", Consistency.EACH_COLLECTION, collections, 1, 0, 77, hash());
  }

  private static CollectionSum sum(String collection, long documents, long bytes) {
    return new CollectionSum(
        new Namespace("shop", collection),
        CollectionSum.Kind.COLLECTION,
        documents,
        bytes,
        hash(),
        hash());
  }

  private static Sha256 hash() {
    return new Sha256("0".repeat(64));
  }
}
