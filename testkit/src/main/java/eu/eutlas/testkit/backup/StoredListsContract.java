package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.BackupStore.Stored;
import eu.eutlas.application.backup.ObjectKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a {@link BackupStore} keeps many objects apart, and lists them. */
public abstract class StoredListsContract extends StoredObjectsContract {
  /** In their order. */
  private static final List<String> KEYS =
      List.of("Z", "a-b", "a.b", "a/b.c", "a/b/c", "a/b/d/e", "a0", "a_", "ab", "b/a");

  private static final List<String> PREFIXES =
      List.of("", "a", "a/", "a/b", "a/b/", "a/b/d/e", "a/b/x", "b", "c", "Z", "a-");
  private static final List<String> AFTER =
      List.of("A", "a", "a/a", "a/b", "a/b/c", "a/z", "b", "b/a", "z");

  @Test
  void listsByTheOrderOfKeys() {
    keep(KEYS.reversed());

    assertThat(listed("", Optional.empty(), 100)).isEqualTo(KEYS);
  }

  @Test
  void listsWhatBeginsSo() {
    keep(KEYS);

    for (var prefix : PREFIXES) {
      assertThat(listed(prefix, Optional.empty(), 100))
          .as("keys that begin with %s", prefix)
          .isEqualTo(KEYS.stream().filter(key -> key.startsWith(prefix)).toList());
    }
  }

  @Test
  void listsPageByPage() {
    keep(KEYS);

    for (var limit : List.of(1, 2, 3, 5, 11, 12, 13)) {
      var all = new ArrayList<String>();
      var page = listed("", Optional.empty(), limit);
      while (!page.isEmpty()) {
        assertThat(page).hasSizeLessThanOrEqualTo(limit);
        all.addAll(page);
        page = listed("", Optional.of(new ObjectKey(all.getLast())), limit);
      }
      assertThat(all).as("pages of %s", limit).isEqualTo(KEYS);
    }
  }

  @Test
  void listsWhatComesAfterAKeyThatNeedNotBeThere() {
    keep(KEYS);

    for (var prefix : PREFIXES) {
      for (var after : AFTER) {
        assertThat(listed(prefix, Optional.of(new ObjectKey(after)), 100))
            .as("keys that begin with %s, after %s", prefix, after)
            .isEqualTo(
                KEYS.stream()
                    .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                    .toList());
      }
    }
  }

  @Test
  void listsMany() {
    var keys = new ArrayList<String>();
    for (var i = 0; i < 25; i++) {
      keys.add("many/%04d".formatted(i));
    }
    keep(keys);

    assertThat(listed("many/", Optional.empty(), 5_000)).isEqualTo(keys);
  }

  @Test
  void listsWhatStatTells() {
    for (var i = 0; i < 3; i++) {
      store.put(new ObjectKey("k" + i), new SampleBytes(i, i * 1_000L).content());
    }

    assertThat(store.list("", Optional.empty(), 10))
        .allSatisfy(listed -> assertThat(store.stat(listed.key())).contains(listed))
        .extracting(Stored::size)
        .containsExactly(0L, 1_000L, 2_000L);
  }

  @Test
  void listsNothingOfAnEmptyStore() {
    assertThat(store.list("", Optional.empty(), 10)).isEmpty();
    assertThat(store.list("a/b", Optional.of(KEY), 10)).isEmpty();
  }

  @Test
  void deletesOneAndLeavesTheOthers() {
    keep(KEYS);

    store.delete(new ObjectKey("ab"));
    store.delete(new ObjectKey("a/b/d/e"));
    store.delete(new ObjectKey("b/a"));

    assertThat(listed("", Optional.empty(), 100))
        .isEqualTo(
            KEYS.stream().filter(key -> !List.of("ab", "a/b/d/e", "b/a").contains(key)).toList());
  }

  @Test
  void keepsUnderEveryKeyThatThereIs() throws IOException {
    var long200 = "x".repeat(200);
    var keys =
        List.of(
            "-",
            "_.-",
            "0/1/2/3/4/5/6/7/8/9",
            "ABCDEFGHIJKLM.NOPQRSTUVWXYZ_abcdefghijklm-nopqrstuvwxyz.0123456789",
            long200 + "/" + long200 + "/" + "y".repeat(110));
    keep(keys);

    for (var key : keys) {
      new SampleBytes(key.hashCode(), 9).assertIn(store.get(new ObjectKey(key), Range.ALL), 0);
    }
    assertThat(listed("", Optional.empty(), 10)).containsExactlyInAnyOrderElementsOf(keys);
  }

  private void keep(List<String> keys) {
    keys.forEach(
        key -> store.put(new ObjectKey(key), new SampleBytes(key.hashCode(), 9).content()));
  }

  private List<String> listed(String prefix, Optional<ObjectKey> after, int limit) {
    return store.list(prefix, after, limit).stream().map(stored -> stored.key().value()).toList();
  }
}
