package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class RaceTest {

  @Test
  void runsAllAtTheSameTime() {
    var arrived = new CountDownLatch(5);

    var results =
        Race.run(
            5,
            number -> {
              arrived.countDown();
              while (arrived.getCount() > 0) {
                Thread.onSpinWait();
              }
              return number * number;
            });

    assertThat(results).containsExactly(0, 1, 4, 9, 16);
  }

  @Test
  void tellsWhyARunnerFailed() {
    assertThatThrownBy(() ->
            Race.run(
                2,
                number -> {
                  throw new IllegalStateException("stumbled");
                }))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("stumbled");
  }
}
