package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.backup.CollectionSum.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** What is written is read again, and what was not written so is refused. */
final class ArchiveFormTest {
  private static final ServerVersion SERVER = new ServerVersion("7.0.0");

  @Property(tries = 200)
  void readsWhatWasWritten(@ForAll @IntRange(max = 6) int places, @ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    var written = new LinkedHashMap<Place, List<byte[]>>();
    for (var i = 0; i < places; i++) {
      written.put(new Place("db" + i % 2, "c." + i), documents(random));
    }

    var archive = archive(written, random);
    var read = new HashMap<Place, List<byte[]>>();
    var ended = new ArrayList<Place>();
    var reader = new ArchiveReader(new ByteArrayInputStream(archive));
    var prelude = reader.prelude();
    reader.read(receiver(read, ended));

    assertThat(prelude.collections())
        .extracting(CollectionDescription::place)
        .containsExactlyElementsOf(written.keySet());
    assertThat(ended).containsExactlyInAnyOrderElementsOf(written.keySet());
    written.forEach((place, documents) ->
        assertThat(read.getOrDefault(place, List.of()))
            .usingElementComparator(Arrays::compare)
            .containsExactlyElementsOf(documents));
  }

  @Property(tries = 300)
  void neverReadsSomethingElseFromWhatWasChanged(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    var written = Map.of(new Place("a", "b"), documents(random));
    var archive = archive(written, random);
    var changed = archive.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));

    var read = new HashMap<Place, List<byte[]>>();
    try {
      var reader = new ArchiveReader(new ByteArrayInputStream(changed));
      reader.prelude();
      reader.read(receiver(read, new ArrayList<>()));
    } catch (DamagedArchive e) {
      return;
    }
    // What a description says is held against the manifest; here it is the documents.
    assertThat(read.values().stream().flatMap(List::stream).toList())
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(written.get(new Place("a", "b")));
  }

  @Test
  void takesNoMemoryForALengthThatCannotBe() throws IOException {
    var archive = empty();
    var huge =
        ByteBuffer.allocate(archive.length + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(archive)
            .putInt(ArchiveFormat.LARGEST_DOCUMENT + 1)
            .array();

    assertRefused(huge, "impossible length");
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertRefused(new byte[] {1, 2, 3, 4, 5}, "does not begin");
    assertRefused(new byte[0], "ends too early");
  }

  @Test
  void refusesDocumentsOfAPlaceThatWasNotDescribed() throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = new ArchiveWriter(out);
    writer.begin(new Prelude(1, SERVER, "test", List.of()));
    writer.end(new Place("a", "b"), 0);

    assertRefused(out.toByteArray(), "where none may be");
  }

  @Test
  void refusesAPlaceThatEndsTwice() throws IOException {
    var place = new Place("a", "b");
    var out = new ByteArrayOutputStream();
    var writer = begun(out, place);
    writer.end(place, 0);
    writer.end(place, 0);

    assertRefused(out.toByteArray(), "where none may be");
  }

  @Test
  void refusesAPlaceThatDoesNotEnd() throws IOException {
    var out = new ByteArrayOutputStream();
    begun(out, new Place("a", "b"));

    assertRefused(out.toByteArray(), "before a.b is complete");
  }

  @Test
  void refusesAPlaceThatIsDescribedTwice() throws IOException {
    var place = new Place("a", "b");
    var out = new ByteArrayOutputStream();
    begun(out, place, place);

    assertRefused(out.toByteArray(), "twice");
  }

  @Test
  void refusesAnotherCheckValue() throws IOException {
    var place = new Place("a", "b");
    var out = new ByteArrayOutputStream();
    var writer = begun(out, place);
    writer.write(place, Documents.of(List.of(ArchiveFormat.bytes(new BsonDocument()))));
    writer.end(place, 1);

    assertRefused(out.toByteArray(), "not those that were archived");
  }

  @Test
  void findsTheDocumentsOfATimeSeriesInItsBuckets() {
    var series =
        new CollectionDescription(
            new Place("a", "s"), Kind.TIME_SERIES, new BsonDocument(), List.of(), "");

    assertThat(series.data(new ServerVersion("8.0.4")))
        .isEqualTo(new Place("a", "system.buckets.s"));
    assertThat(series.data(new ServerVersion("8.3.0"))).isEqualTo(new Place("a", "s"));
    assertThat(series.data(new ServerVersion("?"))).isEqualTo(new Place("a", "system.buckets.s"));
  }

  @Test
  void keepsADescriptionAsItWas() throws IOException {
    var described =
        new CollectionDescription(
            new Place("a", "view.1"),
            Kind.VIEW,
            BsonDocument.parse("{viewOn: 'b', pipeline: [{$match: {n: {$gt: 1}}}]}"),
            List.of(BsonDocument.parse("{v: 2, key: {a: 1, b: -1}, name: 'x', unique: true}")),
            "0123456789abcdef0123456789abcdef");

    assertThat(CollectionDescription.read(described.entry())).isEqualTo(described);
  }

  // ---- archives ----

  private static ArchiveWriter begun(ByteArrayOutputStream out, Place... places)
      throws IOException {
    var writer = new ArchiveWriter(out);
    writer.begin(
        new Prelude(
            1, SERVER, "test", Arrays.stream(places).map(CollectionDescription::plain).toList()));
    return writer;
  }

  private static byte[] empty() throws IOException {
    var out = new ByteArrayOutputStream();
    begun(out);
    return out.toByteArray();
  }

  /** With the blocks of all places mixed. */
  private static byte[] archive(Map<Place, List<byte[]>> written, Random random)
      throws IOException {
    var out = new ByteArrayOutputStream();
    var writer = begun(out, written.keySet().toArray(Place[]::new));
    var left = new LinkedHashMap<Place, List<byte[]>>();
    written.forEach((place, documents) -> left.put(place, new ArrayList<>(documents)));
    while (!left.isEmpty()) {
      var place = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
      var documents = left.get(place);
      if (documents == null || documents.isEmpty()) {
        writer.end(place, crc(written.getOrDefault(place, List.of())));
        left.remove(place);
      } else {
        var block = documents.subList(0, 1 + random.nextInt(documents.size()));
        writer.write(place, Documents.of(block));
        block.clear();
      }
    }
    return out.toByteArray();
  }

  private static long crc(List<byte[]> documents) {
    var crc = new Crc64();
    documents.forEach(document -> crc.add(document, 0, document.length));
    return crc.value();
  }

  private static List<byte[]> documents(Random random) {
    var documents = new ArrayList<byte[]>();
    for (var i = random.nextInt(12); i > 0; i--) {
      documents.add(
          ArchiveFormat.bytes(
              new BsonDocument("_id", new BsonInt32(i))
                  .append("t", new BsonString("x".repeat(random.nextInt(300))))));
    }
    return documents;
  }

  private static ArchiveReader.Receiver receiver(Map<Place, List<byte[]>> read, List<Place> ended) {
    return new ArchiveReader.Receiver() {
      @Override
      public void document(Place place, byte[] bytes, int length) {
        read.computeIfAbsent(place, any -> new ArrayList<>()).add(Arrays.copyOf(bytes, length));
      }

      @Override
      public void end(Place place) {
        ended.add(place);
      }
    };
  }

  private static void assertRefused(byte[] archive, String why) {
    assertThatThrownBy(
            () -> {
              var reader = new ArchiveReader(new ByteArrayInputStream(archive));
              reader.prelude();
              reader.read(receiver(new HashMap<>(), new ArrayList<>()));
            })
        .isInstanceOf(DamagedArchive.class)
        .hasMessageContaining(why);
  }
}
