package eu.eutlas.mongo.identity;

import static eu.eutlas.mongo.Values.value;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import java.time.Instant;
import java.util.Optional;

/** The log-ins, in the collection {@code sessions}. */
public final class MongoSessionRepository implements SessionRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of("sessions", Index.on(SessionDocument.OVER_AT));

  private final Documents<Session> sessions;

  public MongoSessionRepository(Store store) {
    this.sessions = store.documents(COLLECTION, SessionDocument::toBson, SessionDocument::fromBson);
  }

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
    return sessions.removeAll(Where.anything().below(SessionDocument.OVER_AT, value(before)));
  }
}
