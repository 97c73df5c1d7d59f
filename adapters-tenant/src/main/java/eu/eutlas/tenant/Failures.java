package eu.eutlas.tenant;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.LoginTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong with a customer's database, classified and said in sentences of our own. What the
 * driver says stays in the cause: it may name hosts and users.
 */
public final class Failures {
  static final String NOT_PRIMARY = "Its server is not a primary that can be written to yet.";
  static final String STOPPING = "This node is stopping.";

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final String NO_MAJORITY =
      "A write was not confirmed by a majority of its servers in time.";
  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  private static final int CURSOR_NOT_FOUND = 43;
  private static final int OUT_OF_DISK_SPACE = 14_031;

  private Failures() {}

  /**
   * What a failed trial of a login comes to. A login that may not write is refused like one that is
   * unknown: in both cases it is not what was ordered, and the same action mends it.
   */
  static LoginTrial trial(MongoException failure) {
    if (isLoginRefused(failure) || failure.getCode() == UNAUTHORIZED) {
      return new LoginTrial.Refused();
    }
    log.debug("A login could not be proved.", failure);
    return new LoginTrial.NotYet(sentence(failure));
  }

  /** Nothing was asked of the server yet but to let us in. */
  static PortFailure beforeAChange(MongoException failure) {
    return isLoginRefused(failure)
        ? new PortFailure.Unavailable(
            "ADMIN_REFUSED", "Its server does not accept the admin user of EUTLAS.", failure)
        : new PortFailure.Unavailable("NOT_REACHED", sentence(failure), failure);
  }

  /**
   * An answer that says no is a no. A server that stopped on the way may have done it, and so may
   * one that did not answer or whose majority did not confirm.
   */
  static PortFailure duringAChange(MongoException failure) {
    return failure instanceof MongoCommandException
            && !(failure instanceof MongoNodeIsRecoveringException)
        ? new PortFailure.Unavailable(
            "USER_REFUSED", "Its server refused to change a database user.", failure)
        : new PortFailure.OutcomeUnknown("NO_ANSWER", sentence(failure), failure);
  }

  /**
   * A long call that reads or writes many documents broke off. Whatever was done, it is done again
   * from its beginning.
   */
  public static PortFailure duringACopy(MongoException failure) {
    if (isLoginRefused(failure)) {
      return beforeAChange(failure);
    }
    if (failure.getCode() == OUT_OF_DISK_SPACE) {
      return new PortFailure.Rejected(
          "DISK_FULL", "The disk of the cluster's server is full.", failure);
    }
    if (failure.getCode() == CURSOR_NOT_FOUND) {
      return new PortFailure.Unavailable(
          "CURSOR_GONE", "Its server has forgotten how far it was read.", failure);
    }
    return isRefusal(failure)
        ? new PortFailure.Rejected(
            "REFUSED", "The cluster's server refuses what a copy needs.", failure)
        : new PortFailure.Unavailable("NOT_REACHED", sentence(failure), failure);
  }

  /** An answer that says no, and will say it again. */
  private static boolean isRefusal(MongoException failure) {
    return switch (failure) {
      case MongoNotPrimaryException ignored -> false;
      case MongoNodeIsRecoveringException ignored -> false;
      case MongoExecutionTimeoutException ignored -> false;
      case MongoCommandException ignored -> true;
      case MongoBulkWriteException bulk -> !bulk.getWriteErrors().isEmpty();
      case MongoWriteException ignored -> true;
      default -> false;
    };
  }

  static PortFailure notPrimary() {
    return new PortFailure.Unavailable("NOT_PRIMARY", NOT_PRIMARY, null);
  }

  static PortFailure noMajority() {
    return new PortFailure.OutcomeUnknown("NO_MAJORITY", NO_MAJORITY, null);
  }

  public static PortFailure stopping() {
    return new PortFailure.Unavailable("STOPPING", STOPPING, null);
  }

  /** Whether the server looked at the login and said no. */
  private static boolean isLoginRefused(MongoException failure) {
    return failure instanceof MongoSecurityException
        && failure.getCause() instanceof MongoException cause
        && cause.getCode() == AUTHENTICATION_FAILED;
  }

  private static String sentence(MongoException failure) {
    return switch (failure) {
      case MongoInterruptedException ignored -> STOPPING;
      case MongoTimeoutException ignored -> "Its server does not answer yet.";
      case MongoSocketOpenException ignored -> "Its server does not answer yet.";
      case MongoSocketException ignored -> "The connection to its server broke off.";
      case MongoNotPrimaryException ignored -> NOT_PRIMARY;
      case MongoNodeIsRecoveringException ignored -> "Its server is starting or stopping.";
      case MongoWriteConcernException ignored -> NO_MAJORITY;
      case MongoSecurityException ignored -> "Its server could not check the login yet.";
      default -> "Its server refused what every program may do.";
    };
  }
}
