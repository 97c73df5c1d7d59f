package eu.eutlas.tenant;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import eu.eutlas.application.PortFailure;

/** What a failed change of users means to the caller: did it happen? */
final class FailedChange {
  private FailedChange() {}

  /** Nothing was asked of the server yet but to let us in. */
  static PortFailure beforeIt(MongoException failure) {
    return Failures.isLoginRefused(failure)
        ? new PortFailure.Unavailable(
            "ADMIN_REFUSED", "Its server does not accept the admin user of EUTLAS.", failure)
        : new PortFailure.Unavailable("NOT_REACHED", Failures.sentence(failure), failure);
  }

  /**
   * An answer that says no is a no. A server that stopped on the way may have done it, and so may
   * one that did not answer or whose majority did not confirm.
   */
  static PortFailure duringIt(MongoException failure) {
    return failure instanceof MongoCommandException
            && !(failure instanceof MongoNodeIsRecoveringException)
        ? new PortFailure.Unavailable(
            "USER_REFUSED", "Its server refused to change a database user.", failure)
        : new PortFailure.OutcomeUnknown("NO_ANSWER", Failures.sentence(failure), failure);
  }
}
