package eu.eutlas.http.project;

import eu.eutlas.domain.project.Project;
import java.time.Instant;

/** A project. */
record ProjectResponse(String id, String orgId, String name, Instant createdAt, Instant updatedAt) {
  static ProjectResponse of(Project project) {
    return new ProjectResponse(
        project.id().value(),
        project.orgId().value(),
        project.name().value(),
        project.createdAt(),
        project.updatedAt());
  }
}
