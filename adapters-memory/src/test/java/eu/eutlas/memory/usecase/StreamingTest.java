package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.event.StreamEvents;
import eu.eutlas.application.internal.EventTail;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.testkit.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following what happens in an organization. Two events are there before each test. */
final class StreamingTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Scene scene = Scene.set();
  private final OrgId org = scene.project().orgId();

  @Test
  void whoBringsNothingBeginsWithWhatComesNext() throws InterruptedException {
    try (var stream = open(Optional.empty())) {
      assertThat(stream.next(Duration.ZERO)).isEmpty();
      scene.readyCluster();

      assertThat(seqs(stream.next(Duration.ZERO))).containsExactly(3L, 4L);
      assertThat(stream.needsResync()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void whoWasAwayGoesOnWithoutAGapOrARepetition(long last) throws InterruptedException {
    var cluster = scene.readyCluster();

    try (var stream = open(Optional.of(last))) {
      var missed = stream.next(Duration.ZERO);
      scene.delete(cluster);
      scene.trial().rest();
      var next = stream.next(Duration.ZERO);

      assertThat(stream.needsResync()).isFalse();
      var all = new ArrayList<>(seqs(missed));
      all.addAll(seqs(next));
      assertThat(all)
          .containsExactlyElementsOf(LongStream.rangeClosed(last + 1, 5).boxed().toList());
      assertThat(stream.last()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 3, 1_000_000})
  void whoBringsANumberThatNeverWasReadsEverythingAnew(long last) throws InterruptedException {
    try (var stream = open(Optional.of(last))) {
      assertThat(stream.needsResync()).isTrue();
      assertThat(stream.last()).isEqualTo(2);
      assertThat(stream.next(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void whoWasAwayForTooLongReadsEverythingAnew() {
    scene.site().clock().move(Duration.ofDays(200));
    scene.readyCluster();
    scene.site().clock().move(Duration.ofDays(201));
    scene.trial().forget();
    assertThat(scene.site().events().oldest(org)).isEqualTo(3);

    try (var tooOld = open(Optional.of(1L));
        var justInTime = open(Optional.of(2L))) {
      assertThat(tooOld.needsResync()).isTrue();
      assertThat(tooOld.last()).isEqualTo(4);
      assertThat(justInTime.needsResync()).isFalse();
    }
  }

  @Test
  void twoListenersHearTheSame() throws InterruptedException {
    try (var one = open(Optional.empty());
        var other = open(Optional.empty())) {
      scene.readyCluster();

      assertThat(one.next(Duration.ZERO)).isEqualTo(other.next(Duration.ZERO)).hasSize(2);
    }
  }

  @Test
  void aListenerWhoLeavesTakesNothingFromAnother() throws InterruptedException {
    try (var stays = open(Optional.empty())) {
      open(Optional.empty()).close();
      scene.readyCluster();

      assertThat(stays.next(Duration.ZERO)).hasSize(2);
    }
  }

  @Test
  void whoWaitsIsWokenByWhatThisNodeTells() {
    try (var stream = open(Optional.empty())) {
      var heard =
          Race.run(
              2,
              runner -> {
                if (runner == 0) {
                  scene.readyCluster();
                  return List.<LoggedEvent>of();
                }
                return next(stream);
              });

      assertThat(heard.get(1)).isNotEmpty();
    }
  }

  @Test
  void whatOtherNodesTellIsFoundByAsking() throws InterruptedException {
    var tail = new EventTail(scene.site().events());
    tail.follow(org);
    scene.readyCluster();
    assertThat(tail.await(org, 2, Duration.ZERO)).isFalse();

    tail.follow(org);

    assertThat(tail.await(org, 2, Duration.ZERO)).isTrue();
    assertThat(tail.newest(org)).isEqualTo(4);
  }

  @Test
  void manyEventsComeInPortionsWithoutAGap() throws InterruptedException {
    var cluster = scene.readyCluster();
    for (var look = 0; look < 120; look++) {
      scene
          .trial()
          .eutlas()
          .clusters()
          .credentials()
          .handle(scene.owner(), Trial.address(cluster))
          .orElseThrow();
      scene.trial().rest();
    }

    try (var stream = open(Optional.of(0L))) {
      assertThat(seqs(stream.next(Duration.ZERO))).hasSize(100).endsWith(100L);
      assertThat(seqs(stream.next(Duration.ZERO))).hasSize(24).startsWith(101L);
    }
  }

  @Test
  void aStreamIsOverWhenTheProcessGoesDown() throws InterruptedException {
    try (var stream = open(Optional.empty())) {
      assertThat(stream.isOver()).isFalse();
      scene.trial().eutlas().close();

      assertThat(stream.isOver()).isTrue();
      assertThat(stream.next(LONG)).isEmpty();
    }
  }

  @Test
  void aStreamIsOverForWhoIsTakenOutOfTheOrganization() {
    var tenants = Tenants.set();
    var member = tenants.member(Role.READER);
    try (var stream =
        tenants.eutlas().events().stream()
            .handle(member, tenants.org(), Optional.empty())
            .orElseThrow()) {
      assertThat(stream.isOver()).isFalse();
      tenants.dismissAllButTheOwner();
      tenants.scene().site().clock().move(Duration.ofSeconds(2));

      assertThat(stream.isOver()).isTrue();
    }
  }

  private static List<LoggedEvent> next(StreamEvents.Stream stream) {
    try {
      return stream.next(LONG);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while listening.", e);
    }
  }

  private StreamEvents.Stream open(Optional<Long> last) {
    return scene.trial().eutlas().events().stream().handle(scene.owner(), org, last).orElseThrow();
  }

  private static List<Long> seqs(List<LoggedEvent> events) {
    return events.stream().map(LoggedEvent::seq).toList();
  }
}
