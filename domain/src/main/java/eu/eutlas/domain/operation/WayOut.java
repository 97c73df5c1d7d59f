package eu.eutlas.domain.operation;

import java.util.Optional;

/** What people can do about an operation whose attempts fail. */
public final class WayOut {
  private WayOut() {}

  /** In plain words; absent while nothing has failed. */
  public static Optional<String> of(Operation operation) {
    return operation.error().map(error -> of(operation, error));
  }

  private static String of(Operation operation, OperationError error) {
    return switch (operation.state()) {
      case RUNNING ->
          "EUTLAS tries again by itself until %s. What it works on is in the log under %s."
              .formatted(operation.deadline(), operation.correlationId());
      case FAILED ->
          "%s %s Or delete the cluster. More is in the log under %s."
              .formatted(first(error), again(operation.type()), operation.correlationId());
      case SUCCEEDED, SUPERSEDED, CANCELLED -> "Nothing: it was overcome, or is no longer wanted.";
    };
  }

  private static String first(OperationError error) {
    return switch (error.failureClass()) {
      case TRANSIENT -> "What failed may pass by itself.";
      case OUTCOME_UNKNOWN -> "Nobody knows how the last attempt ended; trying again looks first.";
      case PERMANENT -> "What failed does not pass by itself: see to its cause first.";
    };
  }

  private static String again(OperationType type) {
    return switch (type) {
      case DELETE -> "Retry the operation; it ends by itself, too, once nothing is left.";
      case PAUSE -> "Retry the operation; it ends by itself, too, once the servers are stopped.";
      case ROTATE_CREDENTIALS, CREATE_DATABASE_USER, UPDATE_DATABASE_USER, DELETE_DATABASE_USER ->
          "Retry the operation; the cluster becomes ready by itself, too, once its users are right.";
      case CHANGE_ACCESS_LIST ->
          "Retry the operation; the cluster becomes ready by itself, too, once the list is in force.";
      case RESTORE ->
          "Retry the operation, or restore another backup; until then nobody can log in.";
      case CREATE, RESIZE, UPGRADE, RESUME ->
          "Retry the operation; the cluster becomes ready by itself, too, once its servers are up.";
    };
  }
}
