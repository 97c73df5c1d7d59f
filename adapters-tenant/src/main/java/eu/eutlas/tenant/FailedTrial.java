package eu.eutlas.tenant;

import com.mongodb.MongoException;
import eu.eutlas.domain.cluster.LoginTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed trial means. */
final class FailedTrial {
  private static final Logger log = LoggerFactory.getLogger(FailedTrial.class);

  private FailedTrial() {}

  /**
   * A login that may not write is refused like one that is unknown: in both cases it is not what
   * was ordered, and the same action mends it.
   */
  static LoginTrial of(MongoException failure) {
    if (Failures.isLoginRefused(failure) || Failures.isUnauthorized(failure)) {
      return new LoginTrial.Refused();
    }
    log.debug("A login could not be proved.", failure);
    return new LoginTrial.NotYet(Failures.sentence(failure));
  }
}
