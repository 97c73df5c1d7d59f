package eu.eutlas.domain.operation;

/** The changes of a cluster that take time. */
public enum OperationType {
  CREATE,
  RESIZE,
  UPGRADE,
  ROTATE_CREDENTIALS,
  CREATE_DATABASE_USER,
  UPDATE_DATABASE_USER,
  DELETE_DATABASE_USER,
  CHANGE_ACCESS_LIST,
  PAUSE,
  RESUME,
  RESTORE,
  DELETE
}
