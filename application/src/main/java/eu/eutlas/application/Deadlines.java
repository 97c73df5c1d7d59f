package eu.eutlas.application;

import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;

/**
 * How long operations may take before they have failed.
 *
 * @param update another size or version
 * @param users another login, and what is done about database users and the access list
 * @param pause pausing, and resuming
 */
public record Deadlines(
    Duration create, Duration update, Duration users, Duration pause, Duration delete) {
  public static final Deadlines USUAL =
      new Deadlines(
          Duration.ofMinutes(15),
          Duration.ofMinutes(60),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));

  public Duration of(OperationType type) {
    return switch (type) {
      case CREATE -> create;
      case RESIZE, UPGRADE -> update;
      case ROTATE_CREDENTIALS, CREATE_DATABASE_USER, UPDATE_DATABASE_USER, DELETE_DATABASE_USER ->
          users;
      case CHANGE_ACCESS_LIST -> users;
      case PAUSE, RESUME -> pause;
      case DELETE -> delete;
    };
  }
}
