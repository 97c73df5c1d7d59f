package eu.eutlas.tenant;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;

/** What the driver's exceptions mean, in sentences of our own. */
final class Failures {
  static final String NO_MAJORITY =
      "A write was not confirmed by a majority of its servers in time.";

  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;

  private Failures() {}

  /** Whether the server looked at the login and said no. */
  static boolean isLoginRefused(MongoException failure) {
    return failure instanceof MongoSecurityException
        && failure.getCause() instanceof MongoException cause
        && cause.getCode() == AUTHENTICATION_FAILED;
  }

  /** Whether the server let it in and does not let it do what it should. */
  static boolean isUnauthorized(MongoException failure) {
    return failure.getCode() == UNAUTHORIZED;
  }

  static String sentence(MongoException failure) {
    return switch (failure) {
      case MongoInterruptedException ignored -> "This node is stopping.";
      case MongoTimeoutException ignored -> "Its server does not answer yet.";
      case MongoSocketOpenException ignored -> "Its server does not answer yet.";
      case MongoSocketException ignored -> "The connection to its server broke off.";
      case MongoNotPrimaryException ignored ->
          "Its server is not a primary that can be written to yet.";
      case MongoNodeIsRecoveringException ignored -> "Its server is starting or stopping.";
      case MongoWriteConcernException ignored -> NO_MAJORITY;
      case MongoSecurityException ignored -> "Its server could not check the login yet.";
      default -> "Its server refused what every program may do.";
    };
  }
}
