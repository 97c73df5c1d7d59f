package eu.eutlas.application;

import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;

/**
 * How long operations may take before they have failed.
 *
 * @param update another size or version
 * @param users another login, and what is done about database users and the access list
 * @param pause pausing, and resuming
 * @param restore of a little data; every gigabyte has {@link #PER_GIGABYTE} more
 */
public record Deadlines(
    Duration create,
    Duration update,
    Duration users,
    Duration pause,
    Duration delete,
    Duration restore) {
  /** Some 3 MB a second: a restore that is slow is not yet one that has failed. */
  static final Duration PER_GIGABYTE = Duration.ofMinutes(5);

  public static final Deadlines USUAL =
      new Deadlines(
          Duration.ofMinutes(15),
          Duration.ofMinutes(60),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofMinutes(60));

  public Duration of(OperationType type) {
    return switch (type) {
      case CREATE -> create;
      case RESIZE, UPGRADE -> update;
      case ROTATE_CREDENTIALS, CREATE_DATABASE_USER, UPDATE_DATABASE_USER, DELETE_DATABASE_USER ->
          users;
      case CHANGE_ACCESS_LIST -> users;
      case PAUSE, RESUME -> pause;
      case DELETE -> delete;
      case RESTORE -> restore;
    };
  }

  /** How much longer than others the restore of so much data may take. */
  public Duration more(long dataBytes) {
    return PER_GIGABYTE.multipliedBy(dataBytes >> 30);
  }
}
