package eu.eutlas.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoWriteConcernException;
import eu.eutlas.application.PortFailure;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one place where the driver's exceptions become the application's failures. Every call to the
 * driver goes through here. What says that our own command was malformed is a bug and passes
 * through as it is.
 */
final class Calls {
  /**
   * BadValue, FailedToParse, TypeMismatch, PathNotViable, ConflictingUpdateOperators,
   * DollarPrefixedFieldName, CommandNotFound, ImmutableField, IndexOptionsConflict,
   * IndexKeySpecsConflict, BSONObjectTooLarge.
   */
  private static final Set<Integer> OUR_FAULT = Set.of(2, 9, 14, 28, 40, 52, 59, 66, 85, 86, 10334);

  private static final int OUT_OF_DISK_SPACE = 14031;

  /** What a server says that knows that nothing was written, neither now nor by an earlier try. */
  private static final String NO_WRITES_PERFORMED = "NoWritesPerformed";

  private Calls() {}

  /** Makes a call that changes nothing: if it fails, it did not happen. */
  static <T> T read(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException failure) {
      throw isOurFault(failure) ? failure : unavailable(failure);
    }
  }

  /** Makes a call that changes something: if the answer is lost, nobody knows whether it did. */
  static <T> T write(Supplier<T> call) {
    try {
      return call.get();
    } catch (MongoException failure) {
      if (isDuplicate(failure)) {
        throw new PortFailure.Duplicate(
            "A document with the same id or the same unique value is stored already.", failure);
      }
      if (isOurFault(failure)) {
        throw failure;
      }
      throw mayHaveHappened(failure) ? outcomeUnknown(failure) : unavailable(failure);
    }
  }

  private static boolean isDuplicate(MongoException failure) {
    return ErrorCategory.fromErrorCode(failure.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }

  private static boolean isOurFault(MongoException failure) {
    return failure instanceof MongoServerException && OUR_FAULT.contains(failure.getCode());
  }

  /**
   * Whether the command may have reached a server that carried it out. Not so when no server or
   * connection was found, when one could not be opened, or when a server answered with an error
   * other than these.
   */
  private static boolean mayHaveHappened(MongoException failure) {
    if (failure.hasErrorLabel(NO_WRITES_PERFORMED)) {
      return false;
    }
    return switch (failure) {
      case MongoSocketOpenException ignored -> false;
      case MongoConnectionPoolClearedException ignored -> false;
      case MongoSocketException ignored -> true;
      case MongoOperationTimeoutException ignored -> true;
      case MongoExecutionTimeoutException ignored -> true;
      case MongoInterruptedException ignored -> true;
      // It had begun to step down or shut down, perhaps after the write and before the majority; or
      // the first try was lost, and the driver's second found that there is another primary now.
      case MongoNodeIsRecoveringException ignored -> true;
      case MongoNotPrimaryException ignored -> true;
      case MongoWriteConcernException ignored -> true;
      case MongoBulkWriteException ignored -> true;
      // The disk took a part of it; which, the server knows once it can open its files again.
      default -> failure.getCode() == OUT_OF_DISK_SPACE;
    };
  }

  private static PortFailure unavailable(MongoException failure) {
    return new PortFailure.Unavailable(
        "STORE_UNAVAILABLE", "The metadata store cannot be reached or refuses to work.", failure);
  }

  private static PortFailure outcomeUnknown(MongoException failure) {
    return new PortFailure.OutcomeUnknown(
        "STORE_OUTCOME_UNKNOWN",
        "The metadata store gave no answer; whether it wrote is unknown.",
        failure);
  }
}
