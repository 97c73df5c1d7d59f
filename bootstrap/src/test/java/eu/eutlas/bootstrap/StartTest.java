package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.security.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the product from starting is one sentence and exit code 1, and nothing is touched. */
class StartTest {
  private static final List<String> START = List.of("start");

  @TempDir Path folder;

  @Test
  void refusesAnUnknownSetting() throws IOException, InterruptedException {
    var data = folder.resolve("data");

    var ended = RunningProduct.run(START, data, Map.of("EUTLAS_SEALNIG_KEY", "x"));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "The environment variable EUTLAS_SEALNIG_KEY is unknown. Did you mean"
                + " EUTLAS_SEALING_KEY?\n");
    assertThat(data).doesNotExist();
  }

  @Test
  void refusesATakenPort() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(other.getLocalPort());

      var ended = RunningProduct.run(START, data, Map.of("EUTLAS_HTTP_PORT", port));

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err())
          .contains("Port " + port + " is taken by another program.")
          .contains("EUTLAS_HTTP_PORT");
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void refusesAForeignFolder() throws IOException, InterruptedException {
    var data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("thesis.tex"), "important");

    var ended = RunningProduct.run(START, data, Map.of());

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("is not empty and is not one of EUTLAS's");
    try (var entries = Files.list(data)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void refusesAFolderInUseAndAWrongSealingKey() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    try (var first = RunningProduct.start(data, Map.of())) {
      var second = RunningProduct.run(START, data, Map.of());

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err()).contains("is in use by another EUTLAS");
      first.kill();
    }

    var wrong = KeyRing.generate().reveal();
    var ended = RunningProduct.run(START, data, Map.of("EUTLAS_SEALING_KEY", wrong));

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err())
        .contains("The sealing key is not the one that this installation was made with.")
        .doesNotContain(wrong);
  }
}
