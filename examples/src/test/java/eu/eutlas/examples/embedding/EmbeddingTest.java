package eu.eutlas.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

  @Test
  void stillHasItsClusterAfterARestart(@TempDir Path folder)
      throws IOException, InterruptedException {
    var first = Embedding.run(folder);

    var second = Embedding.run(folder);

    assertThat(second.address()).isEqualTo(first.address());
    assertThat(second.count()).isEqualTo(2);
    assertThat(second.username()).isNotEqualTo(first.username());
  }
}
