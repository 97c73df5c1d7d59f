package eu.eutlas.memory.identity;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The log-ins, in memory. */
public final class MemorySessionRepository implements SessionRepository {
  private final Documents<Session> sessions =
      new Documents<>(
          new Documents.Shape<>(
              session -> session.id().value(),
              Session::version,
              MemorySessionRepository::atVersion));

  /** Both the end and the expiry: what comes first counts. */
  private final Index<Session, Instant> ends =
      sessions.index(
          session -> Stream.concat(session.endedAt().stream(), Stream.of(session.expiresAt())));

  @Override
  public void insert(Session session) {
    sessions.insert(session);
  }

  @Override
  public SaveResult save(Session session) {
    return sessions.save(session);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sessions.find(id.value());
  }

  @Override
  public long removeEnded(Instant before) {
    return sessions.removeBefore(ends, before);
  }

  private static Session atVersion(Session session, long version) {
    return new Session(
        session.id(),
        session.userId(),
        session.client(),
        session.address(),
        session.userAgent(),
        session.generation(),
        session.createdAt(),
        session.refreshedAt(),
        session.expiresAt(),
        session.endedAt(),
        version);
  }
}
