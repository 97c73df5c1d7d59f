package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.backup.Selection.Pick;
import eu.eutlas.domain.backup.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What all {@link ClusterArchives} hold to, also when an archive is damaged or a copy breaks off.
 */
@Timeout(120)
public abstract class ClusterArchivesContract extends BrokenCopiesContract {
  // ---- out and in ----

  @Test
  void restoresWhatWasDumped() throws IOException {
    var dump = dump();

    restore(dump, Selection.EVERYTHING);

    assertThat(target.collections()).containsExactlyInAnyOrder(ORDERS, CARTS, EMPTY, STAFF);
    assertThat(target.documents(ORDERS)).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(target.documents(CARTS)).containsExactly("four");
    assertThat(target.documents(EMPTY)).isEmpty();
    assertThat(target.documents(STAFF)).containsExactlyInAnyOrder("Élodie", "Łukasz", "Σωκράτης");
  }

  @Test
  void dumpsAnEmptyClusterToo() throws IOException {
    source = cluster();

    var dump = dump();

    assertThat(dump.manifest().collections()).isEmpty();
    verify(dump);
    assertThat(restore(dump, Selection.EVERYTHING)).isEmpty();
  }

  @Test
  void saysInTheManifestWhatIsInTheArchive() throws IOException {
    var dump = dump();

    var manifest = dump.manifest();

    assertThat(manifest.documents()).isEqualTo(7);
    assertThat(manifest.dataBytes()).isPositive();
    assertThat(manifest.archiveBytes()).isEqualTo(dump.archive().length);
    assertThat(manifest.checksum()).isEqualTo(sha256(dump.archive()));
    assertThat(manifest.collections())
        .extracting(CollectionSum::namespace)
        .containsExactlyInAnyOrder(ORDERS, CARTS, EMPTY, STAFF);
  }

  @Test
  void findsTheSameSumsInWhatWasDumpedAndInWhatWasRestored() throws IOException {
    var dump = dump();

    var expected = restore(dump, Selection.EVERYTHING);

    assertThat(sums(target))
        .containsExactlyInAnyOrderElementsOf(expected)
        .containsExactlyInAnyOrderElementsOf(dump.manifest().collections())
        .containsExactlyInAnyOrderElementsOf(sums(source));
  }

  @Test
  void findsOtherSumsWhenADocumentIsAnother() {
    var before = sums(source);

    source.remove(ORDERS, "two");
    source.put(ORDERS, "too");

    assertThat(sums(source)).hasSameSizeAs(before).isNotEqualTo(before);
    assertThat(sum(source, ORDERS).documents()).isEqualTo(3);
    assertThat(sum(source, ORDERS).hash()).isNotEqualTo(find(before, ORDERS).hash());
  }

  @Test
  void leavesOutOfTheSumsWhatIsNotThere() {
    var absent = new Namespace("shop", "absent");

    var sums =
        archives.sums(source.endpoint(), source.admin(), Set.of(absent, CARTS), Progress.NONE);

    assertThat(sums).extracting(CollectionSum::namespace).containsExactly(CARTS);
  }

  @Test
  void restoresAgainWhatItRestoredBefore() throws IOException {
    var dump = dump();
    restore(dump, Selection.EVERYTHING);
    target.put(ORDERS, "written since");

    restore(dump, Selection.EVERYTHING);

    assertThat(target.documents(ORDERS)).containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void replacesWithTheWholeWhatIsNotInTheArchive() throws IOException {
    target.put(new Namespace("shop", "its own"), "gone");
    target.put(new Namespace("elsewhere", "its own"), "gone");

    restore(dump(), Selection.DATA);

    assertThat(target.collections()).containsExactlyInAnyOrder(ORDERS, CARTS, EMPTY, STAFF);
  }

  @Test
  void leavesAloneWhatIsNotPicked() throws IOException {
    var own = new Namespace("shop", "its own");
    target.put(own, "kept");

    restore(dump(), pick("shop", null));

    assertThat(target.documents(own)).containsExactly("kept");
  }

  // ---- a part of it ----

  @Test
  void restoresOneDatabaseAlone() throws IOException {
    restore(dump(), pick("people", null));

    assertThat(target.collections()).containsExactly(STAFF);
  }

  @Test
  void restoresOneCollectionAlone() throws IOException {
    var expected = restore(dump(), pick("shop.carts.of 2026", null));

    assertThat(target.collections()).containsExactly(CARTS);
    assertThat(expected).containsExactly(sum(source, CARTS));
  }

  @Test
  void restoresADatabaseUnderAnotherName() throws IOException {
    target.put(ORDERS, "still here");

    var expected = restore(dump(), pick("shop", "shop_before"));

    assertThat(target.documents(new Namespace("shop_before", "orders"))).hasSize(3);
    assertThat(target.documents(ORDERS)).containsExactly("still here");
    assertThat(expected)
        .extracting(CollectionSum::namespace)
        .allMatch(namespace -> namespace.database().equals("shop_before"))
        .hasSize(3);
  }

  @Test
  void restoresACollectionUnderAnotherName() throws IOException {
    var elsewhere = new Namespace("old", "orders.1");

    var expected = restore(dump(), pick("shop.orders", "old.orders.1"));

    assertThat(target.collections()).containsExactly(elsewhere);
    assertThat(expected).containsExactly(sum(target, elsewhere));
    assertThat(expected.getFirst().hash()).isEqualTo(sum(source, ORDERS).hash());
  }

  @Test
  void restoresNoTwoCollectionsAsOne() throws IOException {
    var dump = dump();
    var both =
        Selection.of(
            List.of(
                new Pick("shop", Optional.of("all")),
                new Pick(STAFF.toString(), Optional.of("all.orders"))));

    assertThatThrownBy(() -> restore(dump, both)).isInstanceOf(PortFailure.Rejected.class);
    assertThat(target.collections()).isEmpty();
  }

  private static Selection pick(String from, @Nullable String to) {
    return Selection.of(List.of(new Pick(from, Optional.ofNullable(to))));
  }

  private static Sha256 sha256(byte[] bytes) {
    try {
      return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
