package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Scope;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps a project's slots in step with its clusters. */
public final class ClusterSlots {
  private static final Scope ALL = new Scope.Everything("slots follow clusters, whoever asked");

  private final ProjectRepository projects;

  public ClusterSlots(ProjectRepository projects) {
    this.projects = projects;
  }

  /**
   * Makes a cluster's slot live. Repeatable; false when there is no slot, so that the cluster was
   * never to be.
   */
  public boolean occupy(ProjectId project, ClusterId cluster) {
    return change(project, present -> present.occupy(cluster))
        .filter(saved -> saved.clusters().find(cluster).isPresent())
        .isPresent();
  }

  /** Frees a cluster's slot, and with it the name. Repeatable. */
  public void free(ProjectId project, ClusterId cluster) {
    change(project, present -> present.free(cluster));
  }

  /** The parent after the change; absent when there is none. */
  private Optional<Project> change(ProjectId id, UnaryOperator<Project> change) {
    return Changes.insist(() -> projects.find(ALL, id), change, projects::save);
  }
}
