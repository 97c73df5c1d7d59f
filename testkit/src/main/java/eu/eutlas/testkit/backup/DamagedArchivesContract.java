package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all {@link ClusterArchives} find in an archive that is not as it was written. */
public abstract class DamagedArchivesContract extends ArchivedClusters {
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

  private void assertRejected(byte[] archive, Manifest manifest, String what) {
    assertThatThrownBy(
            () -> archives.verify(new ByteArrayInputStream(archive), manifest, Progress.NONE))
        .as(what)
        .isInstanceOf(PortFailure.Rejected.class);
  }
}
