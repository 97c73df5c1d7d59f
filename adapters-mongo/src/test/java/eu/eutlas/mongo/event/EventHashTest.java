package eu.eutlas.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.EventBuilder;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EventHashTest {

  /** Hashes that were written stay what they are, or no chain could be checked any more. */
  @Test
  void keepsTheHashesThatWereEverWritten() {
    assertThat(hash(full().build()))
        .isEqualTo("f9bccfa1d40f04d847bb4aefee13693252469861ed69909660d0066c8b2bad80");
  }

  @Test
  void takesEachPartIn() {
    var changed =
        Stream.of(
            full().id(Events.id(9)),
            full().type(EventType.CLUSTER_READY),
            full().message("Another."),
            full().by(Initiators.unusual()),
            full().by(Initiator.EUTLAS),
            full().org(Organizations.id(9)),
            full().project(Projects.id(9)),
            full().cluster(Clusters.id(9)),
            full().correlationId("another"),
            full().metadata(Map.of("a", "1", "b", "3")),
            full().metadata(Map.of("a", "1b", "", "2")),
            full().metadata(Map.of("a", "1")),
            full().at(PinnedClock.START.plusMillis(1)));

    assertThat(changed.map(event -> hash(event.build())))
        .doesNotHaveDuplicates()
        .doesNotContain(hash(full().build()));
  }

  @Test
  void takesTheNumberAndTheHashBeforeIn() {
    var event = full().build();

    assertThat(EventHash.of(EventHash.START, 2, event)).isNotEqualTo(hash(event));
    assertThat(EventHash.of("1".repeat(64), 1, event)).isNotEqualTo(hash(event));
  }

  private static EventBuilder full() {
    return Events.anEvent(1)
        .project(Projects.id(2))
        .cluster(Clusters.id(3))
        .metadata(Map.of("a", "1", "b", "2"));
  }

  private static String hash(Event event) {
    return EventHash.of(EventHash.START, 1, event);
  }
}
