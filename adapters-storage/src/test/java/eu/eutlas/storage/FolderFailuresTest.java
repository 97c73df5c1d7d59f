package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.operation.FailureClass;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FolderFailuresTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("failures")
  void tellsWhatAFailureMeans(IOException e, String code, FailureClass failureClass, String said) {
    var failure = new FolderFailures(folder).of(e);

    assertThat(failure.error().code()).isEqualTo(code);
    assertThat(failure.failureClass()).isEqualTo(failureClass);
    assertThat(failure).hasMessageContaining(said).hasCause(e);
    assertThat(failure.getMessage()).doesNotContain("foreign");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        permanent(new AccessDeniedException("foreign"), "FOLDER_PERMISSION", "user"),
        permanent(new FileSystemLoopException("foreign"), "FOLDER_HAS_LINK", "link"),
        permanent(new IOException("No space left on device"), "FOLDER_FULL", "Make room"),
        permanent(said("Disk quota exceeded"), "FOLDER_FULL", "Make room"),
        permanent(said("Read-only file system"), "FOLDER_READ_ONLY", "Mount it for writing"),
        permanent(said("File too large"), "FOLDER_FILE_TOO_LARGE", "another file system"),
        passing(new NoSuchFileException("foreign"), "FOLDER_VANISHED", "mounted"),
        passing(new ClosedByInterruptException(), "FOLDER_INTERRUPTED", "stopping"),
        passing(said("Input/output error"), "FOLDER_UNAVAILABLE", "disk"));
  }

  private static IOException said(String reason) {
    return new FileSystemException("foreign", null, reason);
  }

  private static Arguments permanent(IOException e, String code, String said) {
    return Arguments.of(e, code, FailureClass.PERMANENT, said);
  }

  private static Arguments passing(IOException e, String code, String said) {
    return Arguments.of(e, code, FailureClass.TRANSIENT, said);
  }
}
