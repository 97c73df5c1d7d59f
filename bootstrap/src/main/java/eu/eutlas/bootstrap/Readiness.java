package eu.eutlas.bootstrap;

import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What has to be well for this node to be given work. Each check answers with the sentence of what
 * is wrong, or with nothing.
 */
final class Readiness {
  private final HealthCheckRegistry checks;
  private volatile boolean stopping;

  Readiness(HealthCheckRegistry checks) {
    this.checks = checks;
    check("process", () -> stopping ? "The process is stopping." : "");
  }

  /** Adds a check, which answers an empty text when all is well. */
  void check(String name, Supplier<String> complaint) {
    checks.register(
        name,
        new HealthCheck() {
          @Override
          protected Result check() {
            var sentence = complaint.get();
            return sentence.isEmpty() ? Result.healthy() : Result.unhealthy(sentence);
          }
        });
  }

  /** From now on not ready, so that nobody sends work here any more. */
  void stop() {
    stopping = true;
  }

  /** What is wrong, by check; empty when this node is ready. */
  Map<String, String> complaints() {
    var complaints = new TreeMap<String, String>();
    checks
        .runHealthChecks()
        .forEach((name, result) -> {
          if (!result.isHealthy()) {
            complaints.put(name, String.valueOf(result.getMessage()));
          }
        });
    return complaints;
  }
}
