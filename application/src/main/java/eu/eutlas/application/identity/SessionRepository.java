package eu.eutlas.application.identity;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;

/**
 * The log-ins. Any call may throw {@link PortFailure.Unavailable}; a write also {@link
 * PortFailure.OutcomeUnknown}.
 */
public interface SessionRepository {

  /**
   * Adds a session.
   *
   * @throws PortFailure.Duplicate when the id is there already
   */
  void insert(Session session);

  /**
   * Writes the session if the stored version is still the one that was read; the stored version
   * rises by one.
   */
  SaveResult save(Session session);

  Optional<Session> find(SessionId id);

  /** Removes sessions that ended or expired before the moment; returns how many. Repeatable. */
  long removeEnded(Instant before);
}
