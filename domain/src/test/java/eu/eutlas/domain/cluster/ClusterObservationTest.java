package eu.eutlas.domain.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ClusterObservationTest {

  @Test
  void theDigestIsTheSameWhateverBecameOfTheLogin() {
    assertThat(digests(Seen.UNTRIED, Seen.PROVED, Seen.REFUSED, Seen.NOT_YET).distinct())
        .containsExactly("running 3 127.0.0.1:27017");
  }

  @Test
  void theDigestTellsApartWhatDiffersOutside() {
    var different =
        digests(
                Seen.ABSENT,
                Seen.STARTING,
                Seen.STARTING_OLD,
                Seen.FAILING,
                Seen.FAILING_OLD,
                Seen.STOPPED,
                Seen.STOPPED_OLD,
                Seen.LEAVING,
                Seen.UNTRIED,
                Seen.MOVED_UNTRIED,
                Seen.RUNNING_OLD)
            .collect(Collectors.toSet());

    assertThat(different).hasSize(11);
  }

  @Test
  void theDigestDoesNotChangeWithTheWordsOfAStart() {
    var other = new ClusterObservation.Starting(ClusterFixture.GENERATION, "One of three is up.");

    assertThat(other.digest()).isEqualTo(Seen.STARTING.observation().digest());
  }

  private static Stream<String> digests(Seen... seen) {
    return Arrays.stream(seen).map(each -> each.observation().digest());
  }
}
