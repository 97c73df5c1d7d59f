package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import org.jspecify.annotations.Nullable;

/** Answers and refusals in the shapes that drivers know. */
final class Replies {

  private static final int INTERNAL_ERROR = 1;

  private Replies() {}

  static Document ok() {
    return new Document("ok", 1.0);
  }

  static Document failure(MongoServerException failure) {
    return failure instanceof MongoServerError error
        ? failure(error.getCode(), error.getCodeName(), error.getMessageWithoutErrorCode())
        : failure(INTERNAL_ERROR, "InternalError", failure.getMessageWithoutErrorCode());
  }

  static Document failure(RuntimeException failure) {
    return failure(INTERNAL_ERROR, "InternalError", "the embedded server failed: " + failure);
  }

  /** Drivers take neither for an answer; of the second they also know that it may pass. */
  static Document failure(DiskException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.isFull()
        ? failure(14031, "OutOfDiskSpace", message)
        : failure(91, "ShutdownInProgress", message);
  }

  private static Document failure(int code, @Nullable String codeName, String message) {
    var reply = new Document("ok", 0.0).append("errmsg", message).append("code", code);
    reply.putIfNotNull("codeName", codeName);
    return reply;
  }

  static MongoServerError unauthorized(String message) {
    return new MongoServerError(13, "Unauthorized", message);
  }

  static MongoServerError authenticationFailed() {
    return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
  }

  static MongoServerError badValue(String message) {
    return new MongoServerError(2, "BadValue", message);
  }

  static MongoServerError notSupported(String message) {
    return new MongoServerError(
        115, "CommandNotSupported", message + " is not supported by the embedded server");
  }

  /** Another order of texts would silently be taken for the plain one. */
  static void refuseCollation(Document asked) {
    if (asked.get("collation") instanceof Document collation
        && !"simple".equals(collation.get("locale"))) {
      throw notSupported("a collation");
    }
  }

  static MongoServerError invalidNamespace(String message) {
    return new MongoServerError(73, "InvalidNamespace", message);
  }
}
