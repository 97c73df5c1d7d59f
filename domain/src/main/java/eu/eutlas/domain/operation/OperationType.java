package eu.eutlas.domain.operation;

/** The changes of a cluster that take time. */
public enum OperationType {
  CREATE,
  RESIZE,
  UPGRADE,
  PAUSE,
  RESUME,
  DELETE
}
