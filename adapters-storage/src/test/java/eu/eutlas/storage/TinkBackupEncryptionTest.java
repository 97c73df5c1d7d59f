package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupEncryption.Damaged;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.Secret;
import eu.eutlas.memory.MemorySealer;
import eu.eutlas.memory.backup.MemoryBackupStore;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.SampleBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TinkBackupEncryptionTest {
  private static final ObjectKey KEY = new ObjectKey("a/archive");
  private static final ObjectKey OTHER = new ObjectKey("b/archive");
  private static final int SEGMENT = Segments.SIZE;

  /** The first segment, a whole one, and a last one that is not. */
  private static final SampleBytes SAMPLE = new SampleBytes(1, 2L * SEGMENT + 1_000);

  private final MemoryBackupStore raw = new MemoryBackupStore(new PinnedClock());
  private final MemorySealer sealer = new MemorySealer();
  private final TinkBackupEncryption encryption = new TinkBackupEncryption(sealer);
  private final BackupStore store = encryption.through(encryption.newKey("owner"), "owner", raw);

  @ParameterizedTest
  @ValueSource(
      longs = {
        0, 1, 65_479, 65_480, 65_481, 130_999, 131_000, 131_001, 131_072, 196_520, 196_521,
        1_000_000
      })
  void knowsThePlainSizeExactly(long size) throws IOException {
    var sample = new SampleBytes(2, size);

    var kept = store.put(KEY, sample.content());

    assertThat(kept.size()).isEqualTo(size);
    assertThat(bytes(KEY)).hasSize(Math.toIntExact(Segments.encryptedSize(size)));
    assertThat(Segments.plainSize(Segments.encryptedSize(size))).isEqualTo(size);
    sample.assertIn(store.get(KEY, Range.ALL), 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 65_479, 65_480, 65_481, 131_000, 131_001})
  void findsEveryRangeAtTheEdgesOfSegments(long from) throws IOException {
    store.put(KEY, SAMPLE.content());

    for (var to : List.of(65_479L, 65_480L, 65_481L, 131_000L, 131_001L, SAMPLE.size())) {
      var many = Math.max(0, to - from);
      try (var in = store.get(KEY, new Range(from, many))) {
        SAMPLE.assertNext(in, from, many);
        assertThat(in.read()).as("after %s from %s on", many, from).isEqualTo(-1);
      }
    }
  }

  @Test
  void hidesWhatIsKept() throws IOException {
    store.put(KEY, out -> out.write(new byte[100_000]));
    var first = bytes(KEY);
    store.put(KEY, out -> out.write(new byte[100_000]));

    assertThat(bytes(KEY)).isNotEqualTo(first);
    assertThat(Arrays.copyOfRange(first, 100, 120))
        .isNotEqualTo(Arrays.copyOfRange(first, 120, 140));
  }

  @Test
  void findsAFlippedBitAnywhere() throws IOException {
    store.put(KEY, SAMPLE.content());
    var whole = bytes(KEY);
    var last = whole.length - 1;
    var places =
        List.of(
            0,
            1,
            20,
            33,
            39,
            40,
            5_000,
            SEGMENT - 17,
            SEGMENT - 16,
            SEGMENT - 1,
            SEGMENT,
            SEGMENT + 1,
            2 * SEGMENT - 1,
            2 * SEGMENT,
            last - 500,
            last - 16,
            last - 15,
            last);

    for (var place : places) {
      for (var bit : List.of(0x01, 0x80)) {
        var changed = whole.clone();
        changed[place] ^= (byte) (int) bit;
        keep(KEY, changed);
        isDamaged("bit " + bit + " of byte " + place);
      }
    }
  }

  @Test
  void givesNoByteOfASegmentThatWasChanged() throws IOException {
    store.put(KEY, SAMPLE.content());
    var changed = bytes(KEY);
    changed[SEGMENT + 100] ^= 1;
    keep(KEY, changed);

    try (var in = store.get(KEY, Range.ALL)) {
      SAMPLE.assertNext(in, 0, SEGMENT - Segments.HEADER - Segments.TAG);
      assertThatThrownBy(in::read).isInstanceOf(Damaged.class);
      assertThatThrownBy(in::read).isInstanceOf(Damaged.class);
    }
  }

  @Test
  void findsWhereItWasCut() throws IOException {
    store.put(KEY, SAMPLE.content());
    var whole = bytes(KEY);

    for (var length :
        List.of(
            0,
            1,
            39,
            40,
            41,
            56,
            57,
            SEGMENT - 1,
            SEGMENT,
            SEGMENT + 1,
            SEGMENT + 16,
            SEGMENT + 17,
            2 * SEGMENT - 1,
            2 * SEGMENT,
            2 * SEGMENT + 1,
            whole.length - 1)) {
      keep(KEY, Arrays.copyOf(whole, length));
      isDamaged("cut to " + length);
    }
  }

  @Test
  void findsWhatWasAppended() throws IOException {
    store.put(KEY, SAMPLE.content());
    var whole = bytes(KEY);

    for (var more : List.of(1, 16, 17, SEGMENT, whole.length)) {
      keep(KEY, Arrays.copyOf(whole, whole.length + more));
      isDamaged("with " + more + " more");
    }
  }

  @Test
  void findsWholeSegmentsInEachOthersPlace() throws IOException {
    store.put(KEY, new SampleBytes(3, 4L * SEGMENT).content());
    var swapped = bytes(KEY);
    var kept = swapped.clone();
    System.arraycopy(kept, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
    System.arraycopy(kept, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
    keep(KEY, swapped);

    isDamaged("swapped segments");
  }

  @Test
  void findsObjectsInEachOthersPlace() throws IOException {
    store.put(KEY, SAMPLE.content());
    store.put(OTHER, new SampleBytes(2, SAMPLE.size()).content());
    var one = bytes(KEY);
    keep(KEY, bytes(OTHER));
    keep(OTHER, one);

    isDamaged("another object");
  }

  @Test
  void opensForItsOwnerOnly() throws IOException {
    var key = encryption.newKey("owner");
    encryption.through(key, "owner", raw).put(KEY, SAMPLE.content());
    var text = sealer.open(key, "owner", "backup-data-key");
    var stolen = sealer.seal(text, "thief", "backup-data-key");

    assertThatThrownBy(() -> encryption.through(key, "thief", raw))
        .isInstanceOf(PortFailure.Rejected.class);
    assertThatThrownBy(
            () -> encryption.through(stolen, "thief", raw).get(KEY, Range.ALL).readAllBytes())
        .isInstanceOf(Damaged.class);
  }

  @Test
  void opensWithTheSameKeySealedAgain() throws IOException {
    var key = encryption.newKey("owner");
    encryption.through(key, "owner", raw).put(KEY, SAMPLE.content());

    var resealed = encryption.resealed(key, "owner");

    assertThat(resealed).isNotEqualTo(key);
    SAMPLE.assertIn(encryption.through(resealed, "owner", raw).get(KEY, Range.ALL), 0);
    assertThatThrownBy(() -> encryption.resealed(key, "other"))
        .isInstanceOf(PortFailure.Rejected.class);
  }

  @Test
  void givesEachBackupAKeyOfItsOwn() throws IOException {
    store.put(KEY, SAMPLE.content());
    var other = encryption.through(encryption.newKey("owner"), "owner", raw);

    assertThatThrownBy(() -> other.get(KEY, Range.ALL).readAllBytes()).isInstanceOf(Damaged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "v1.", "v1.AAAA", "v2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "v1.?"})
  void refusesWhatIsNoDataKey(String text) {
    var sealed = sealer.seal(new Secret(text), "owner", "backup-data-key");

    assertThatThrownBy(() -> encryption.through(sealed, "owner", raw))
        .isInstanceOfSatisfying(
            PortFailure.Rejected.class,
            failure -> assertThat(failure.error().code()).isEqualTo("DATA_KEY_INVALID"));
  }

  @Test
  void fetchesOnlyTheSegmentsOfARange() throws IOException {
    var large = new SampleBytes(4, 100L * SEGMENT);
    store.put(KEY, large.content());
    var counted = new CountedReads(raw);
    var key = encryption.newKey("owner");
    var through = encryption.through(key, "owner", counted);
    through.put(KEY, large.content());

    try (var in = through.get(KEY, new Range(50L * SEGMENT, 10))) {
      large.assertNext(in, 50L * SEGMENT, 10);
    }
    try (var in = through.get(KEY, new Range(0, 10))) {
      large.assertNext(in, 0, 10);
    }

    assertThat(counted.bytes()).isLessThanOrEqualTo(3L * SEGMENT + Segments.HEADER + 1);
  }

  @Test
  void tellsAStreamThatBrokeFromDamage() throws IOException {
    var key = encryption.newKey("owner");
    var breaking = new CountedReads(raw);
    var through = encryption.through(key, "owner", breaking);
    through.put(KEY, SAMPLE.content());
    breaking.breakAfter(SEGMENT + 10);

    assertThatThrownBy(() -> through.get(KEY, Range.ALL).readAllBytes())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Damaged.class);
    assertThatThrownBy(() -> through.get(KEY, new Range(10, SEGMENT)).readAllBytes())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Damaged.class);
  }

  @Test
  void listsWhatIsDamaged() {
    keep(KEY, new byte[3]);
    store.put(OTHER, SAMPLE.content());

    assertThat(store.list("", Optional.empty(), 10))
        .extracting(BackupStore.Stored::size)
        .containsExactly(0L, SAMPLE.size());
  }

  private void isDamaged(String how) {
    for (var range : List.of(Range.ALL, new Range(1, Long.MAX_VALUE))) {
      assertThatThrownBy(
              () -> {
                try (var in = store.get(KEY, range)) {
                  assertAuthentic(in, range.from());
                }
              })
          .as("%s, read from %s on", how, range.from())
          .isInstanceOf(Damaged.class);
    }
  }

  /** Reads to the end: what comes before that must be what was written. */
  private static void assertAuthentic(InputStream in, long from) throws IOException {
    var at = from;
    for (var next = in.read(); next >= 0; next = in.read()) {
      assertThat((byte) next).isEqualTo(SAMPLE.slice(at, 1)[0]);
      at++;
    }
  }

  private byte[] bytes(ObjectKey key) throws IOException {
    return raw.get(key, Range.ALL).readAllBytes();
  }

  private void keep(ObjectKey key, byte[] bytes) {
    raw.put(key, out -> out.write(bytes));
  }
}
