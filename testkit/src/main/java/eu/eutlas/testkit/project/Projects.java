package eu.eutlas.testkit.project;

import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.HexIds;

/** Projects for tests. */
public final class Projects {
  private Projects() {}

  public static ProjectId id(int number) {
    return new ProjectId(HexIds.of(number));
  }

  public static ProjectBuilder aProject() {
    return aProject(1);
  }

  /** An active project of organization 1, without clusters and with nothing in its outbox. */
  public static ProjectBuilder aProject(int number) {
    return new ProjectBuilder(number);
  }

  public static ProjectBuilder with(Project project) {
    return new ProjectBuilder(project);
  }
}
