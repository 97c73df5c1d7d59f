package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.backup.Selection.Pick;
import eu.eutlas.domain.backup.Sha256;
import eu.eutlas.domain.cluster.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all {@link ClusterArchives} hold to. */
@Timeout(120)
public abstract class ClusterArchivesContract {
  private static final Namespace ORDERS = new Namespace("shop", "orders");
  private static final Namespace CARTS = new Namespace("shop", "carts.of 2026");
  private static final Namespace EMPTY = new Namespace("shop", "empty");
  private static final Namespace STAFF = new Namespace("people", "персонал");

  private ClusterArchives archives;
  private Cluster source;
  private Cluster target;

  protected abstract ClusterArchives archives();

  /** A cluster that serves, another each time, in which there is nothing yet. */
  protected abstract Cluster cluster();

  /** A place where nobody answers. */
  protected abstract Endpoint nowhere();

  /** A cluster as its customer sees it; documents are texts here. */
  protected interface Cluster {
    Endpoint endpoint();

    Login admin();

    /** Makes the collection where it is not there, and adds documents. */
    void put(Namespace namespace, String... documents);

    void remove(Namespace namespace, String document);

    /** In any order. */
    List<String> documents(Namespace namespace);

    Set<Namespace> collections();
  }

  @BeforeEach
  void begin() {
    archives = archives();
    source = cluster();
    target = cluster();
    source.put(ORDERS, "one", "two", "three");
    source.put(CARTS, "four");
    source.put(EMPTY);
    source.put(STAFF, "Élodie", "Łukasz", "Σωκράτης");
  }

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
  void leavesAloneWhatIsNotInTheArchive() throws IOException {
    var own = new Namespace("shop", "its own");
    target.put(own, "kept");

    restore(dump(), Selection.EVERYTHING);

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
        new Selection(
            List.of(
                new Pick("shop.orders", Optional.of("shop.all")),
                new Pick("shop.empty", Optional.of("shop.all"))));

    assertThatThrownBy(() -> restore(dump, both)).isInstanceOf(PortFailure.Rejected.class);
    assertThat(target.collections()).isEmpty();
  }

  // ---- what is wrong with an archive ----

  @Test
  void verifiesWhatItWrote() throws IOException {
    var told = new AtomicLong();
    var dump = dump();

    archives.verify(
        new ByteArrayInputStream(dump.archive()),
        dump.manifest(),
        (documents, bytes) -> told.set(documents));

    assertThat(told).hasValue(7);
  }

  @Test
  void findsEveryBitThatWasFlipped() throws IOException {
    var dump = dump();
    for (var at = 0; at < dump.archive().length; at++) {
      for (var bit = 0; bit < Byte.SIZE; bit++) {
        var flipped = dump.archive().clone();
        flipped[at] ^= (byte) (1 << bit);

        assertRejected(flipped, dump.manifest(), "bit " + bit + " of byte " + at);
      }
    }
  }

  @Test
  void findsEveryTruncation() throws IOException {
    var dump = dump();
    for (var length = 0; length < dump.archive().length; length++) {
      assertRejected(
          Arrays.copyOf(dump.archive(), length), dump.manifest(), "cut to " + length + " bytes");
    }
  }

  @Test
  void findsWhatWasAddedAtTheEnd() throws IOException {
    var dump = dump();
    var length = dump.archive().length;

    assertRejected(Arrays.copyOf(dump.archive(), length + 1), dump.manifest(), "a byte more");
    assertRejected(Arrays.copyOf(dump.archive(), 3 * length), dump.manifest(), "three times");
    var twice = Arrays.copyOf(dump.archive(), 2 * length);
    System.arraycopy(dump.archive(), 0, twice, length, length);
    assertRejected(twice, dump.manifest(), "twice");
  }

  @Test
  void findsThatItIsAnotherArchive() throws IOException {
    var dump = dump();
    source.put(ORDERS, "written since");
    var other = dump();

    assertRejected(other.archive(), dump.manifest(), "another");
    assertRejected(dump.archive(), other.manifest(), "another");
    verify(other);
  }

  private static Stream<Alteration> alterations() {
    var nothing = Sha256.of(new byte[32]);
    return Stream.of(
        new Alteration("users", m -> with(m, m.collections(), m.users() + 1, m.roles())),
        new Alteration("roles", m -> with(m, m.collections(), m.users(), m.roles() + 1)),
        new Alteration(
            "a collection less",
            m -> with(m, m.collections().subList(1, m.collections().size()), 0, 0)),
        new Alteration("no collection", m -> with(m, List.of(), m.users(), m.roles())),
        new Alteration(
            "another name",
            m ->
                changed(
                    m,
                    c ->
                        new CollectionSum(
                            new Namespace("shop", "other"),
                            c.kind(),
                            c.documents(),
                            c.bytes(),
                            c.hash(),
                            c.definition()))),
        new Alteration(
            "more documents",
            m ->
                changed(
                    m,
                    c ->
                        new CollectionSum(
                            c.namespace(),
                            c.kind(),
                            c.documents() + 1,
                            c.bytes(),
                            c.hash(),
                            c.definition()))),
        new Alteration(
            "another hash",
            m ->
                changed(
                    m,
                    c ->
                        new CollectionSum(
                            c.namespace(),
                            c.kind(),
                            c.documents(),
                            c.bytes() + 1,
                            nothing,
                            c.definition()))),
        new Alteration(
            "another definition",
            m ->
                changed(
                    m,
                    c ->
                        new CollectionSum(
                            c.namespace(),
                            c.kind(),
                            c.documents(),
                            c.bytes(),
                            c.hash(),
                            nothing))));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void findsThatTheManifestSaysSomethingElse(Alteration alteration) throws IOException {
    var dump = dump();

    assertRejected(dump.archive(), alteration.of().apply(dump.manifest()), alteration.what());
  }

  /** A manifest that was changed. */
  protected record Alteration(String what, UnaryOperator<Manifest> of) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Manifest changed(Manifest manifest, UnaryOperator<CollectionSum> change) {
    var sums = new ArrayList<>(manifest.collections());
    sums.set(0, change.apply(sums.getFirst()));
    return with(manifest, sums, manifest.users(), manifest.roles());
  }

  private static Manifest with(
      Manifest manifest, List<CollectionSum> collections, int users, int roles) {
    return new Manifest(
        manifest.takenAt(),
        manifest.serverVersion(),
        manifest.toolVersion(),
        manifest.consistency(),
        collections,
        users,
        roles,
        manifest.archiveBytes(),
        manifest.checksum());
  }

  @Test
  void findsThatTheArchiveIsConsistentInAnotherWay() throws IOException {
    var dump = dump();
    var m = dump.manifest();
    var other =
        new Manifest(
            Instant.EPOCH,
            m.serverVersion(),
            m.toolVersion(),
            m.consistency() == Consistency.OPLOG ? Consistency.SNAPSHOT : Consistency.OPLOG,
            m.collections(),
            m.users(),
            m.roles(),
            m.archiveBytes(),
            m.checksum());

    assertRejected(dump.archive(), other, "consistency");
  }

  // ---- what goes wrong on the way ----

  @Test
  void saysThatNobodyAnswers() throws IOException {
    var admin = source.admin();
    var dump = dump();

    assertThatThrownBy(
            () -> archives.dump(nowhere(), admin, new ByteArrayOutputStream(), Progress.NONE))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() ->
            archives.restore(
                new ByteArrayInputStream(dump.archive()),
                nowhere(),
                admin,
                Selection.EVERYTHING,
                Progress.NONE))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> archives.sums(nowhere(), admin, Set.of(ORDERS), Progress.NONE))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> archives.estimate(nowhere(), admin))
        .isInstanceOf(PortFailure.Unavailable.class);
  }

  @Test
  void passesOnWhatAStreamThrows() throws IOException {
    var broken = new IOException("The stream broke.");
    var dump = dump();

    assertThatThrownBy(
            () -> archives.dump(source.endpoint(), source.admin(), breaking(broken), Progress.NONE))
        .isSameAs(broken);
    assertThatThrownBy(
            () -> archives.verify(breaking(dump.archive(), broken), dump.manifest(), Progress.NONE))
        .isSameAs(broken);
    assertThatThrownBy(() ->
            archives.restore(
                breaking(dump.archive(), broken),
                target.endpoint(),
                target.admin(),
                Selection.EVERYTHING,
                Progress.NONE))
        .isSameAs(broken);
  }

  @Test
  void endsWhenItsProgressThrows() throws IOException {
    var enough = new IllegalStateException("Enough.");
    Progress stops =
        (documents, bytes) -> {
          throw enough;
        };
    var dump = dump();

    assertThatThrownBy(() ->
            archives.dump(source.endpoint(), source.admin(), new ByteArrayOutputStream(), stops))
        .isSameAs(enough);
    assertThatThrownBy(() ->
            archives.restore(
                new ByteArrayInputStream(dump.archive()),
                target.endpoint(),
                target.admin(),
                Selection.EVERYTHING,
                stops))
        .isSameAs(enough);
  }

  @Test
  void leavesStreamsOpen() throws IOException {
    var bytes =
        new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            throw new IOException("It was closed.");
          }
        };

    var manifest = archives.dump(source.endpoint(), source.admin(), bytes, Progress.NONE);

    assertThat(bytes.size()).isEqualTo(manifest.archiveBytes());
  }

  @Test
  void refusesAnArchiveThatIsNone() {
    assertThatThrownBy(() ->
            archives.restore(
                new ByteArrayInputStream(new byte[] {1, 2, 3}),
                target.endpoint(),
                target.admin(),
                Selection.EVERYTHING,
                Progress.NONE))
        .isInstanceOf(PortFailure.Rejected.class);
    assertThat(target.collections()).isEmpty();
  }

  @Test
  void estimatesWhatThereIs() {
    var before = archives.estimate(source.endpoint(), source.admin());

    source.put(STAFF, "x".repeat(5_000));

    assertThat(archives.estimate(source.endpoint(), source.admin()) - before)
        .isBetween(4_000L, 10_000L);
  }

  // ---- the steps ----

  /** An archive and its manifest. */
  private static final class Dumped {
    private final byte[] archive;
    private final Manifest manifest;

    Dumped(byte[] archive, Manifest manifest) {
      this.archive = archive;
      this.manifest = manifest;
    }

    byte[] archive() {
      return archive;
    }

    Manifest manifest() {
      return manifest;
    }
  }

  private Dumped dump() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var manifest = archives.dump(source.endpoint(), source.admin(), bytes, Progress.NONE);
    return new Dumped(bytes.toByteArray(), manifest);
  }

  private void verify(Dumped dump) throws IOException {
    archives.verify(new ByteArrayInputStream(dump.archive()), dump.manifest(), Progress.NONE);
  }

  private List<CollectionSum> restore(Dumped dump, Selection what) throws IOException {
    return archives.restore(
        new ByteArrayInputStream(dump.archive()),
        target.endpoint(),
        target.admin(),
        what,
        Progress.NONE);
  }

  private void assertRejected(byte[] archive, Manifest manifest, String what) {
    assertThatThrownBy(
            () -> archives.verify(new ByteArrayInputStream(archive), manifest, Progress.NONE))
        .as(what)
        .isInstanceOf(PortFailure.Rejected.class);
  }

  private List<CollectionSum> sums(Cluster cluster) {
    return archives.sums(cluster.endpoint(), cluster.admin(), cluster.collections(), Progress.NONE);
  }

  private CollectionSum sum(Cluster cluster, Namespace namespace) {
    return find(sums(cluster), namespace);
  }

  private static CollectionSum find(List<CollectionSum> sums, Namespace namespace) {
    return sums.stream().filter(sum -> sum.namespace().equals(namespace)).findFirst().orElseThrow();
  }

  private static Selection pick(String from, @Nullable String to) {
    return new Selection(List.of(new Pick(from, Optional.ofNullable(to))));
  }

  private static Sha256 sha256(byte[] bytes) {
    try {
      return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OutputStream breaking(IOException failure) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw failure;
      }
    };
  }

  private static InputStream breaking(byte[] archive, IOException failure) {
    return new InputStream() {
      private int given;

      @Override
      public int read() throws IOException {
        if (given == archive.length / 2) {
          throw failure;
        }
        return archive[given++] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        bytes[offset] = (byte) read();
        return 1;
      }
    };
  }
}
