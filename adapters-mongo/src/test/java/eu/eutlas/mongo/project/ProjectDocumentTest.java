package eu.eutlas.mongo.project;

import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.project.Projects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProjectDocumentTest {

  @Test
  void keepsTheForm() {
    var now = PinnedClock.START;
    var clusters =
        Slots.<ClusterId>none()
            .reserve(Clusters.id(1), "orders", Optional.of(Origins.of(3)), now)
            .reserve(Clusters.id(2), "stock", Optional.empty(), now.plusMillis(1))
            .occupy(Clusters.id(2));
    var project =
        Projects.aProject(1)
            .deleting()
            .clusters(clusters)
            .telling(Events.anEvent(1).project(Projects.id(1)).build())
            .origin(Origins.of(4))
            .revision(5)
            .version(6)
            .build();

    GoldenDocument.check("project", project, ProjectDocument::toBson, ProjectDocument::fromBson);
  }

  @Test
  void keepsTheFormOfOneThatHasNothing() {
    GoldenDocument.check(
        "project-empty",
        Projects.aProject(1).build(),
        ProjectDocument::toBson,
        ProjectDocument::fromBson);
  }
}
