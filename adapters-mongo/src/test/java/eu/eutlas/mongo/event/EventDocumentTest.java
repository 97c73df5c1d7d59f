package eu.eutlas.mongo.event;

import eu.eutlas.domain.event.EventHash;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.project.Projects;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventDocumentTest {

  @Test
  void keepsTheForm() {
    var event =
        Events.anEvent(1)
            .type(EventType.CLUSTER_READY)
            .project(Projects.id(2))
            .cluster(Clusters.id(3))
            .metadata(Map.of("z", "last", "cluster", "orders", "a.b", "$first"))
            .build();
    var logged = new LoggedEvent(4, EventHash.START, event);

    GoldenDocument.check("event", logged, EventDocument::toBson, EventDocument::fromBson);
  }

  @Test
  void keepsTheFormOfAnEventOfTheOrganizationAlone() {
    var event = Events.anEvent(1).by(Initiator.EUTLAS).build();
    var logged = new LoggedEvent(1, EventHash.START, event);

    GoldenDocument.check(
        "event-organization", logged, EventDocument::toBson, EventDocument::fromBson);
  }
}
