package eu.eutlas.memory.organization;

import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.testkit.organization.OrganizationRepositoryContract;

final class MemoryOrganizationRepositoryTest extends OrganizationRepositoryContract {
  @Override
  protected OrganizationRepository repository() {
    return new MemoryOrganizationRepository();
  }
}
