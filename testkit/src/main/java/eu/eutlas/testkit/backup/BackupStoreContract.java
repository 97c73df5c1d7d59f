package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.testkit.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BackupStore} holds to. */
public abstract class BackupStoreContract extends StoredListsContract {
  private static final ObjectKey LEFT = new ObjectKey("clusters/c2/archive");

  /** More than any store takes in one piece, and more than lies in buffers on the way. */
  private static final SampleBytes LARGE = new SampleBytes(7, 20_000_000);

  @Test
  void keepsMoreThanItHolds() throws IOException {
    var larger = new SampleBytes(8, 40_000_003);

    var kept = store.put(KEY, larger.content());

    assertThat(kept.size()).isEqualTo(larger.size());
    assertThat(store.stat(KEY)).contains(kept);
    larger.assertIn(store.get(KEY, Range.ALL), 0);
    larger.assertIn(store.get(KEY, new Range(39_000_000, Long.MAX_VALUE)), 39_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 20_000_000})
  void showsNothingWhileItIsWritten(long written) {
    store.put(
        KEY,
        out -> {
          LARGE.write(out, written);
          out.flush();
          assertNothingIsThere();
        });

    assertThat(store.stat(KEY)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 20_000_000})
  void keepsNothingOfWhatThrew(long written) {
    var thrown = new IllegalStateException("The source is gone.");

    assertThatThrownBy(() ->
            store.put(
                KEY,
                out -> {
                  LARGE.write(out, written);
                  throw thrown;
                }))
        .isSameAs(thrown);

    assertNothingIsThere();
  }

  @Test
  void keepsNothingOfWhatEndedInAnError() {
    var thrown = new StackOverflowError();

    assertThatThrownBy(() ->
            store.put(
                KEY,
                out -> {
                  out.write(1);
                  throw thrown;
                }))
        .isSameAs(thrown);

    assertNothingIsThere();
  }

  @Test
  void leavesWhatWasThereWhenItsReplacementThrew() throws IOException {
    store.put(KEY, LARGE.content());

    assertThatThrownBy(() ->
            store.put(
                KEY,
                out -> {
                  new SampleBytes(9, 10_000_000).write(out, 10_000_000);
                  throw new IllegalStateException("The source is gone.");
                }))
        .isInstanceOf(IllegalStateException.class);

    LARGE.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @Test
  void showsTheOldUntilTheNewIsWhole() throws IOException {
    var old = store.put(KEY, LARGE.content());
    var next = new SampleBytes(9, 10_000_000);

    store.put(
        KEY,
        out -> {
          next.write(out, next.size());
          assertThat(store.stat(KEY)).contains(old);
          LARGE.assertNext(store.get(KEY, new Range(0, 10)), 0, 10);
        });

    next.assertIn(store.get(KEY, Range.ALL), 0);
  }

  /** There are stores in which one waits for the other, until somebody breaks off. */
  @Test
  void readsNoMixtureWhileItIsReplaced() throws IOException {
    store.put(KEY, LARGE.content());
    var next = new SampleBytes(9, 10_000_000);

    try (var in = store.get(KEY, Range.ALL)) {
      LARGE.assertNext(in, 0, 1_000);
      store.put(KEY, next.content());
      LARGE.assertIn(in, 1_000);
    } catch (IOException brokenOff) {
      assertThat(brokenOff).isNotNull();
    }

    next.assertIn(store.get(KEY, Range.ALL), 0);
  }

  /** What is under way here is what a killed node leaves. */
  @Test
  protected void endsWritesThatWereBegunBeforeAMoment() {
    var whole = store.put(KEY, LARGE.content());
    var ended = new int[1];

    assertThatThrownBy(() ->
            store.put(
                LEFT,
                out -> {
                  LARGE.write(out, LARGE.size());
                  out.flush();
                  ended[0] = store.endWrites(LEFT::equals, Instant.MAX);
                  LARGE.write(out, LARGE.size());
                }))
        .isInstanceOf(PortFailure.class);

    assertThat(ended[0]).isEqualTo(1);
    assertThat(store.list("", Optional.empty(), 10)).containsExactly(whole);
    assertThat(store.endWrites(key -> true, Instant.MAX)).isZero();
  }

  @Test
  void leavesWritesThatAreYoungAndObjectsThatAreOld() throws IOException {
    store.put(KEY, LARGE.content());

    store.put(
        LEFT,
        out -> {
          LARGE.write(out, LARGE.size());
          out.flush();
          assertThat(store.endWrites(key -> true, Instant.EPOCH)).isZero();
        });
    assertThat(store.endWrites(key -> true, Instant.MAX)).isZero();

    LARGE.assertIn(store.get(KEY, Range.ALL), 0);
    LARGE.assertIn(store.get(LEFT, Range.ALL), 0);
  }

  @Test
  void keepsOneOfSeveralThatAreWrittenAtOnce() throws IOException {
    var size = 3_000_000;

    Race.run(4, number -> store.put(KEY, new SampleBytes(number, size).content()));

    assertThat(store.list("", Optional.empty(), 10)).hasSize(1);
    var found = new byte[0];
    try (var in = store.get(KEY, Range.ALL)) {
      found = in.readAllBytes();
    }
    assertThat(List.of(0, 1, 2, 3))
        .extracting(number -> new SampleBytes(number, size).all())
        .contains(found);
  }

  @Test
  void servesManyAtOnce() {
    var served =
        Race.run(
            6,
            number -> {
              for (var round = 0; round < 10; round++) {
                roundTrip(new ObjectKey("of/" + number), new SampleBytes(number, 100_000));
              }
              return store.list("of/" + number, Optional.empty(), 10).size();
            });

    assertThat(served).containsOnly(0);
  }

  private void roundTrip(ObjectKey key, SampleBytes sample) {
    store.put(key, sample.content());
    try {
      sample.assertIn(store.get(key, Range.ALL), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.delete(key);
  }

  private void assertNothingIsThere() {
    assertThat(store.stat(KEY)).isEmpty();
    assertThat(store.list("", Optional.empty(), 10)).isEmpty();
  }
}
