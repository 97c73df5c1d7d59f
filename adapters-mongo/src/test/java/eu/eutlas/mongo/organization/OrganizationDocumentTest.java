package eu.eutlas.mongo.organization;

import eu.eutlas.domain.Slots;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrganizationDocumentTest {

  @Test
  void keepsTheForm() {
    var now = PinnedClock.START;
    var projects =
        Slots.<ProjectId>none()
            .reserve(Projects.id(1), "shop", Optional.of(Origins.of(3)), now)
            .occupy(Projects.id(1))
            .reserve(Projects.id(2), "test", Optional.empty(), now.plusMillis(1));
    var organization =
        Organizations.anOrganization(1)
            .name("Ægir & Sons")
            .member(Users.id(2), Role.READER)
            .projects(projects)
            .telling(Events.anEvent(1).build())
            .origin(Origins.of(4))
            .revision(5)
            .version(6)
            .build();

    GoldenDocument.check(
        "organization", organization, OrganizationDocument::toBson, OrganizationDocument::fromBson);
  }

  @Test
  void keepsTheFormOfOneThatHasNothing() {
    GoldenDocument.check(
        "organization-empty",
        Organizations.anOrganization(1).build(),
        OrganizationDocument::toBson,
        OrganizationDocument::fromBson);
  }
}
