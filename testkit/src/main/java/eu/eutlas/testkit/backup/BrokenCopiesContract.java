package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.Selection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all {@link ClusterArchives} do when something else fails. */
public abstract class BrokenCopiesContract extends DamagedArchivesContract {
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
