package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What holds wherever documents are kept with a version. The rule of versions, in full:
 *
 * <ul>
 *   <li>{@code insert} stores the document as it is given, its version too, which is 0.
 *   <li>{@code save} of a document of version <i>n</i> writes if the stored version is <i>n</i>,
 *       and then stores <i>n</i> + 1; the caller's record is what it was and must be read again.
 *   <li>Any other stored version, lower or higher, is {@code STALE}; no stored document is {@code
 *       GONE}, and none is made.
 * </ul>
 *
 * <p>Apart from that, what is found equals what was written.
 *
 * <p>A contract asks its subject for a new, empty store before each test.
 */
public abstract class VersionedStoreContract<T> {
  private static final int WRITERS = 16;
  private static final int WRITES_EACH = 4;
  private static final int ROUNDS = 8;

  /** A document of version 0 that shares nothing unique with that of any other number. */
  protected abstract T document(int number);

  /** The same document with another content for each number. */
  protected abstract T changed(T document, int number);

  protected abstract T atVersion(T document, long version);

  protected abstract long version(T document);

  protected abstract void insert(T document);

  protected abstract SaveResult save(T document);

  /** What is stored under the document's id. */
  protected abstract Optional<T> find(T document);

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(find(document(1))).isEmpty();
  }

  @Test
  void findsWhatWasInserted() {
    insert(document(1));

    assertThat(find(document(1))).contains(document(1));
    assertThat(find(document(2))).isEmpty();
  }

  @Test
  void refusesASecondDocumentWithTheSameId() {
    insert(document(1));

    assertThatThrownBy(() -> insert(changed(document(1), 2)))
        .isInstanceOf(PortFailure.Duplicate.class);

    assertThat(find(document(1))).contains(document(1));
  }

  @Test
  void savesWhatIsBasedOnTheStoredVersion() {
    insert(document(1));
    var next = changed(document(1), 2);

    assertThat(save(next)).isEqualTo(SaveResult.SAVED);

    assertThat(find(document(1))).contains(atVersion(next, 1));
  }

  @Test
  void raisesTheVersionByOneAtEachSave() {
    insert(document(1));

    for (var version = 0; version < 5; version++) {
      assertThat(save(stored(document(1)))).isEqualTo(SaveResult.SAVED);
      assertThat(version(stored(document(1)))).isEqualTo(version + 1);
    }
  }

  @Test
  void refusesToSaveWhatIsBasedOnAnOlderVersion() {
    insert(document(1));
    var first = changed(document(1), 2);
    save(first);

    assertThat(save(changed(document(1), 3))).isEqualTo(SaveResult.STALE);

    assertThat(find(document(1))).contains(atVersion(first, 1));
  }

  @Test
  void refusesToSaveWhatIsBasedOnAVersionThatNeverWas() {
    insert(document(1));

    assertThat(save(atVersion(changed(document(1), 2), 7))).isEqualTo(SaveResult.STALE);

    assertThat(find(document(1))).contains(document(1));
  }

  @Test
  void tellsThatThereIsNoSuchDocumentAndMakesNone() {
    assertThat(save(document(1))).isEqualTo(SaveResult.GONE);

    assertThat(find(document(1))).isEmpty();
  }

  @Test
  void leavesOtherDocumentsAlone() {
    insert(document(1));
    insert(document(2));

    save(changed(document(1), 3));

    assertThat(find(document(2))).contains(document(2));
  }

  @Test
  void letsOneOfManyInsertionsOfTheSameIdWin() {
    for (var round = 1; round <= ROUNDS; round++) {
      var document = document(round);

      var won = Race.run(WRITERS, number -> inserted(changed(document, number)));

      assertThat(Collections.frequency(won, true)).isEqualTo(1);
      assertThat(find(document)).contains(changed(document, won.indexOf(true)));
    }
  }

  @Test
  void letsOneOfManyWritersOfTheSameVersionWin() {
    insert(document(1));
    for (var round = 1; round <= ROUNDS; round++) {
      var read = stored(document(1));

      var results = Race.run(WRITERS, number -> save(changed(read, number)));

      assertThat(Collections.frequency(results, SaveResult.SAVED)).isEqualTo(1);
      assertThat(Collections.frequency(results, SaveResult.STALE)).isEqualTo(WRITERS - 1);
      var winner = changed(read, results.indexOf(SaveResult.SAVED));
      assertThat(find(read)).contains(atVersion(winner, round));
    }
  }

  @Test
  void losesNoWriteOfWritersThatReadAgain() {
    insert(document(1));

    Race.run(
        WRITERS,
        number -> {
          for (var write = 0; write < WRITES_EACH; write++) {
            var content = number * WRITES_EACH + write;
            while (save(changed(stored(document(1)), content)) != SaveResult.SAVED) {
              Thread.onSpinWait();
            }
          }
          return number;
        });

    assertThat(version(stored(document(1)))).isEqualTo(WRITERS * WRITES_EACH);
  }

  private T stored(T document) {
    return find(document).orElseThrow();
  }

  /** Whether the document was inserted; not when another was there. */
  final boolean inserted(T document) {
    try {
      insert(document);
      return true;
    } catch (PortFailure.Duplicate lost) {
      return false;
    }
  }
}
