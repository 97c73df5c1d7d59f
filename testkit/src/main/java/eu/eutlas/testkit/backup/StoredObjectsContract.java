package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a {@link BackupStore} keeps one object. */
public abstract class StoredObjectsContract {
  static final ObjectKey KEY = new ObjectKey("clusters/c1/archive");
  private static final SampleBytes SAMPLE = new SampleBytes(1, 2_500_000);

  BackupStore store;

  /** A store with nothing in it. */
  protected abstract BackupStore store();

  @BeforeEach
  void begin() {
    store = store();
  }

  @Test
  void keepsWhatIsWritten() throws IOException {
    store.put(KEY, SAMPLE.content());

    SAMPLE.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_048_519, 1_048_520, 1_048_576, 8_388_608, 8_388_609})
  void tellsWhatItKeeps(long size) throws IOException {
    var sample = new SampleBytes(2, size);

    var kept = store.put(KEY, sample.content());

    assertThat(kept.key()).isEqualTo(KEY);
    assertThat(kept.size()).isEqualTo(size);
    assertThat(store.stat(KEY)).contains(kept);
    sample.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @Test
  void keepsSingleBytesAndPartsOfArrays() throws IOException {
    var array = SAMPLE.slice(0, 300);

    store.put(
        KEY,
        out -> {
          out.write(array[0]);
          out.flush();
          out.write(array, 1, 298);
          out.write(array, 299, 0);
          out.write(array[299]);
        });

    new SampleBytes(1, 300).assertIn(store.get(KEY, Range.ALL), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 1, 1",
    "0, 2500000, 2500000",
    "0, 9223372036854775807, 2500000",
    "1, 9223372036854775807, 2499999",
    "1, 2499999, 2499999",
    "1048575, 2, 2",
    "1048519, 2, 2",
    "1048520, 1048560, 1048560",
    "2096000, 100000, 100000",
    "2499999, 1, 1",
    "2499999, 2, 1",
    "2500000, 1, 0",
    "2500001, 1, 0",
    "9223372036854775807, 9223372036854775807, 0"
  })
  void givesARange(long from, long length, int expected) throws IOException {
    store.put(KEY, SAMPLE.content());

    try (var in = store.get(KEY, new Range(from, length))) {
      SAMPLE.assertNext(in, from, expected);
      assertThat(in.read()).as("after the range").isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 1", "5, 9223372036854775807"})
  void givesNothingOfAnEmptyObject(long from, long length) throws IOException {
    store.put(KEY, out -> {});

    try (var in = store.get(KEY, new Range(from, length))) {
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void leavesOffInTheMiddle() throws IOException {
    store.put(KEY, SAMPLE.content());

    try (var in = store.get(KEY, Range.ALL)) {
      SAMPLE.assertNext(in, 0, 10);
    }

    SAMPLE.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @Test
  void replacesWhatWasThere() throws IOException {
    store.put(KEY, SAMPLE.content());

    var shorter = new SampleBytes(3, 10);
    var kept = store.put(KEY, shorter.content());

    assertThat(store.stat(KEY)).contains(kept);
    assertThat(store.list("", Optional.empty(), 10)).containsExactly(kept);
    shorter.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 9223372036854775807", "1, 5", "0, 0"})
  void saysThatAnObjectIsNotThere(long from, long length) {
    var thrown =
        catchThrowableOfType(
            PortFailure.Rejected.class, () -> store.get(KEY, new Range(from, length)).close());

    assertThat(thrown.error().code()).isEqualTo(BackupStore.NOT_THERE);
    assertThat(store.stat(KEY)).isEmpty();
  }

  @Test
  void deletes() {
    store.put(KEY, SAMPLE.content());

    store.delete(KEY);

    assertThat(store.stat(KEY)).isEmpty();
    assertThat(store.list("", Optional.empty(), 10)).isEmpty();
    saysThatAnObjectIsNotThere(0, 1);
  }

  @Test
  void deletesAgainAndWhatNeverWas() {
    store.put(KEY, SAMPLE.content());

    store.delete(KEY);
    store.delete(KEY);
    store.delete(new ObjectKey("never"));

    assertThat(store.stat(KEY)).isEmpty();
  }

  @Test
  void keepsAnObjectAgainThatWasDeleted() throws IOException {
    store.put(KEY, SAMPLE.content());
    store.delete(KEY);

    store.put(KEY, SAMPLE.content());

    SAMPLE.assertIn(store.get(KEY, Range.ALL), 0);
  }
}
