package eu.eutlas.domain.project;

/**
 * A project is reserved by its organization before it becomes active; a project that is going takes
 * no more clusters.
 */
public enum ProjectState {
  ACTIVE,
  DELETING
}
