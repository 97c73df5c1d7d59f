package eu.eutlas.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each failure of the local data plane means to who decides whether to try again. */
final class FailuresTest {
  @TempDir Path folder;

  @Test
  void eachIsClassifiedAsTheTableSays() {
    var disk = new Disk(folder);
    var table =
        Map.of(
            Failures.closed(), "TRANSIENT CLOSED",
            Failures.leaving(), "TRANSIENT LEAVING",
            Failures.disk(disk, new IOException("broken")), "TRANSIENT FOLDER_NOT_WRITABLE",
            Failures.folderTaken(), "PERMANENT FOLDER_TAKEN",
            Failures.noAccessList(), "PERMANENT NO_ACCESS_LIST",
            Failures.adminNotAccepted(new IllegalArgumentException("short")),
                "PERMANENT ADMIN_NOT_ACCEPTED");

    assertThat(table)
        .allSatisfy((failure, row) ->
            assertThat(failure.failureClass() + " " + failure.error().code()).isEqualTo(row));
    assertThat(table).hasSameSizeAs(failures());
  }

  /** A failure without a row is one too many. */
  private static Object[] failures() {
    return Arrays.stream(Failures.class.getDeclaredMethods())
        .filter(method -> PortFailure.class.isAssignableFrom(method.getReturnType()))
        .toArray();
  }
}
