package eu.eutlas.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.backup.CollectionSum.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestoredTest {
  private static final Namespace ORDERS = Namespace.parse("shop.orders");
  private static final Namespace SESSIONS = Namespace.parse("shop.sessions");
  private static final Restored RESTORED =
      new Restored(List.of(sum(ORDERS, 3, 'a'), sum(SESSIONS, 5, 'b')), Set.of(SESSIONS));

  @Test
  void theSameIsNoDifference() {
    assertThat(RESTORED.difference(List.of(sum(SESSIONS, 5, 'b'), sum(ORDERS, 3, 'a')))).isEmpty();
  }

  @Test
  void whatMayExpireMayBeLessAndNeverMore() {
    assertThat(RESTORED.difference(List.of(sum(ORDERS, 3, 'a'), sum(SESSIONS, 1, 'f')))).isEmpty();
    assertThat(RESTORED.difference(List.of(sum(ORDERS, 3, 'a'), sum(SESSIONS, 6, 'b'))))
        .contains("shop.sessions has 6 documents, and the backup 5.");
  }

  @Test
  void anotherCountIsADifference() {
    assertThat(RESTORED.difference(List.of(sum(ORDERS, 2, 'a'), sum(SESSIONS, 5, 'b'))))
        .contains("shop.orders has 2 documents, and the backup 3.");
  }

  @Test
  void otherDocumentsAreADifference() {
    assertThat(RESTORED.difference(List.of(sum(ORDERS, 3, 'c'), sum(SESSIONS, 5, 'b'))))
        .contains("shop.orders has as many documents as in the backup, but not the same.");
  }

  @Test
  void whatIsMissingIsADifference() {
    assertThat(RESTORED.difference(List.of(sum(ORDERS, 3, 'a'))))
        .contains("shop.sessions is not there.");
  }

  @Test
  void otherIndexesAreADifferenceAlsoOfWhatExpires() {
    var other = new CollectionSum(SESSIONS, Kind.COLLECTION, 5, 50, digest('b'), digest('e'));

    assertThat(RESTORED.difference(List.of(sum(ORDERS, 3, 'a'), other)))
        .contains("shop.sessions has other options or indexes than in the backup.");
  }

  private static CollectionSum sum(Namespace namespace, long documents, char hash) {
    return new CollectionSum(
        namespace, Kind.COLLECTION, documents, 10 * documents, digest(hash), digest('d'));
  }

  private static Sha256 digest(char digit) {
    return new Sha256(String.valueOf(digit).repeat(64));
  }
}
