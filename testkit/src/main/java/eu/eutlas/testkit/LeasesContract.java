package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Leases} holds to. Each turn of work that takes a lease is a holder of its own.
 */
public abstract class LeasesContract {
  private static final int RUNNERS = 16;
  private static final int ROUNDS = 8;
  private static final Instant NOW = PinnedClock.START;
  private static final Duration LASTS = Duration.ofSeconds(60);
  private static final Instant END = NOW.plus(LASTS);
  private static final Node NODE = new Node("node-a", "start-1");
  private static final Node RESTARTED = new Node("node-a", "start-2");
  private static final Node OTHER = new Node("node-b", "start-1");

  private final AtomicLong turns = new AtomicLong();
  private Leases leases;

  /** Leases over a new, empty store. */
  protected abstract Leases leases();

  @BeforeEach
  void begin() {
    leases = leases();
  }

  @Test
  void givesAFreeLease() {
    var lease = leases.take("a", NODE, turns.incrementAndGet(), NOW, LASTS);

    assertThat(lease).isPresent();
    assertThat(lease.orElseThrow().key()).isEqualTo("a");
    assertThat(lease.orElseThrow().until()).isEqualTo(END);
  }

  @Test
  void refusesALeaseThatAnotherTurnHoldsOfWhateverNode() {
    taken("a", NODE, NOW);

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), NOW, LASTS)).isEmpty();
    assertThat(leases.take("a", NODE, turns.incrementAndGet(), NOW, LASTS)).isEmpty();
    assertThat(leases.take("a", NODE, turns.incrementAndGet(), END.minusMillis(1), LASTS))
        .isEmpty();
  }

  @Test
  void keepsKeysApart() {
    taken("a.b $c", NODE, NOW);

    assertThat(leases.take("a.b", OTHER, turns.incrementAndGet(), NOW, LASTS)).isPresent();
    assertThat(leases.take("A.b $c", OTHER, turns.incrementAndGet(), NOW, LASTS)).isPresent();
  }

  @Test
  void givesALeaseThatHasEnded() {
    taken("a", NODE, NOW);

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), END, LASTS).map(Lease::until))
        .contains(END.plus(LASTS));
    assertThat(leases.take("a", NODE, turns.incrementAndGet(), END, LASTS)).isEmpty();
  }

  @Test
  void givesAStartingNodeTheLeasesOfItsEarlierStart() {
    taken("a", NODE, NOW);

    assertThat(leases.take("a", RESTARTED, turns.incrementAndGet(), NOW.plusMillis(1), LASTS))
        .isPresent();
    assertThat(leases.take("a", RESTARTED, turns.incrementAndGet(), NOW.plusMillis(1), LASTS))
        .isEmpty();
  }

  @Test
  void givesATurnItsOwnLeaseAgain() {
    var turn = turns.incrementAndGet();
    var first = leases.take("a", NODE, turn, NOW, LASTS).orElseThrow();

    var again = leases.take("a", NODE, turn, NOW.plusSeconds(1), LASTS).orElseThrow();

    assertThat(again.holder()).isEqualTo(first.holder());
    assertThat(again.until()).isEqualTo(END.plusSeconds(1));
    assertThat(leases.take("a", OTHER, turn, END, LASTS)).isEmpty();
  }

  @Test
  void givesALeaseWhoseHolderWasWrongAboutTheTime() {
    taken("a", NODE, NOW.plus(Duration.ofHours(1)));

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), NOW, LASTS).map(Lease::until))
        .contains(END);
  }

  @Test
  void refusesALeaseThatEndsLateWithinWhatClocksMayBeOff() {
    taken("a", NODE, NOW.plus(Leases.TOLERATED).plus(Leases.TOLERATED));

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), NOW, LASTS)).isEmpty();
  }

  @Test
  void givesALeaseThatWasGivenBack() {
    var lease = taken("a", NODE, NOW);

    leases.release(lease);
    leases.release(lease);

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), NOW, LASTS)).isPresent();
  }

  @Test
  void leavesALeaseToWhoTookItSince() {
    var lost = taken("a", NODE, NOW);
    taken("a", OTHER, END);

    leases.release(lost);

    assertThat(leases.take("a", NODE, turns.incrementAndGet(), END, LASTS)).isEmpty();
  }

  @Test
  void leavesALeaseToAnotherTurnOfTheSameNode() {
    var lost = taken("a", NODE, NOW);
    leases.release(lost);
    taken("a", NODE, NOW);

    leases.release(lost);

    assertThat(leases.take("a", OTHER, turns.incrementAndGet(), NOW, LASTS)).isEmpty();
  }

  @Test
  void leavesOtherLeasesWhenOneIsGivenBack() {
    var lease = taken("a", NODE, NOW);
    taken("b", NODE, NOW);

    leases.release(lease);

    assertThat(leases.take("b", OTHER, turns.incrementAndGet(), NOW, LASTS)).isEmpty();
  }

  @Test
  void letsOneOfManyTakeAFreeLease() {
    for (var round = 0; round < ROUNDS; round++) {
      assertThat(won("key-" + round, NOW)).hasSize(1);
    }
  }

  @Test
  void letsOneOfManyTakeALeaseThatHasEnded() {
    for (var round = 0; round < ROUNDS; round++) {
      var key = "key-" + round;
      taken(key, NODE, NOW);

      assertThat(won(key, END)).hasSize(1);
    }
  }

  @Test
  void letsOneTurnOfARestartedNodeTakeOver() {
    taken("a", NODE, NOW);

    var results =
        Race.run(
            RUNNERS, runner -> leases.take("a", RESTARTED, turns.incrementAndGet(), NOW, LASTS));

    assertThat(results.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void tellsATimeThatDoesNotGoBack() {
    var before = leases.storeTime();

    assertThat(leases.storeTime()).isAfterOrEqualTo(before);
  }

  private List<Lease> won(String key, Instant now) {
    var results =
        Race.run(
            RUNNERS,
            runner ->
                leases.take(key, new Node("n" + runner, "1"), turns.incrementAndGet(), now, LASTS));
    return results.stream().flatMap(Optional::stream).toList();
  }

  private Lease taken(String key, Node node, Instant now) {
    return leases.take(key, node, turns.incrementAndGet(), now, LASTS).orElseThrow();
  }
}
