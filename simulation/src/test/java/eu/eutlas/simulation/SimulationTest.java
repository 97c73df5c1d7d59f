package eu.eutlas.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Seeds that are always the same, and others that nobody has seen before. */
final class SimulationTest {
  private static final int FIXED = 500;
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration FRESH = Duration.ofSeconds(60);

  @Test
  void everyPromiseHoldsInSeedsThatAreAlwaysTheSame() {
    var fixed = Crew.works(new Seeds(1, FIXED), FOR_EVER);

    System.out.println("Fixed " + fixed.words());
    assertThat(fixed.broken()).isEmpty();
  }

  @Test
  void everyPromiseHoldsInFreshSeeds() {
    var fresh = Crew.works(Seeds.fresh(Integer.MAX_VALUE), FRESH);

    System.out.println("Fresh " + fresh.words());
    assertThat(fresh.broken()).isEmpty();
  }

  @Test
  void oneSeedIsOneRunToTheByte() {
    var first = Run.of(7).go(Trace.kept());
    var second = Run.of(7).go(Trace.digested());

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(first.clusterDays()).isGreaterThanOrEqualTo(20);
    assertThat(Run.of(8).go(Trace.digested()).digest()).isNotEqualTo(first.digest());
  }

  @Test
  void anotherProcessMakesTheSameRun() throws Exception {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--seeds",
                "1",
                "--from",
                "7")
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("Digest " + Run.of(7).go(Trace.digested()).digest());
  }

  @Test
  void aBrokenPromiseIsToldInFewLines() {
    var bug = Forgetful.organizationsWithoutMembers();
    var seed = 1;
    while (new Run(seed, Set.of(), 100, bug).go(Trace.unread()).violation().isEmpty()) {
      seed++;
    }

    var story = Story.of(seed, 100, Invariant.THE_LAST_OWNER_STAYS, bug);

    assertThat(story)
        .contains("An organization always has an owner.", "OrganizationRepository.save")
        .contains("of mishaps none");
  }

  @Test
  void theCommandLineSaysHowItIsUsed() {
    assertThat(run("--seeds")).startsWith("2 Usage");
    assertThat(run("--seeds", "0")).startsWith("2 Usage");
    assertThat(run("--seeds", "two")).startsWith("2 Usage");
    assertThat(run("--many", "2")).startsWith("2 Usage");
    assertThat(run("--seeds", "1", "--from", "-1")).startsWith("2 Usage");
    assertThat(run("--from", "1")).startsWith("2 Usage");
    assertThat(run("--seeds", "1", "--from", "3")).startsWith("0 Seeds 3 to 3").contains("1 seeds");
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var code = Main.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    return code + " " + out.toString(StandardCharsets.UTF_8);
  }
}
