package eu.eutlas.memory.project;

import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.testkit.project.ProjectRepositoryContract;

final class MemoryProjectRepositoryTest extends ProjectRepositoryContract {
  @Override
  protected ProjectRepository repository() {
    return new MemoryProjectRepository();
  }
}
