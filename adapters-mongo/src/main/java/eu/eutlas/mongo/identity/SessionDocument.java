package eu.eutlas.mongo.identity;

import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import java.time.Instant;
import org.bson.BsonDocument;

/** A session as it is stored. */
final class SessionDocument {
  /** Derived: when it ended or will expire, whichever comes first. */
  static final String OVER_AT = "overAt";

  private SessionDocument() {}

  static BsonDocument toBson(Session session) {
    return new DocumentWriter()
        .put("_id", session.id().value())
        .put("version", session.version())
        .put("userId", session.userId().value())
        .put("client", session.client())
        .put("address", session.address())
        .put("userAgent", session.userAgent())
        .put("generation", session.generation())
        .put("createdAt", session.createdAt())
        .put("refreshedAt", session.refreshedAt())
        .put("expiresAt", session.expiresAt())
        .put("endedAt", session.endedAt().map(Values::value))
        .put(OVER_AT, overAt(session))
        .done();
  }

  static Session fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Session(
        new SessionId(stored.text("_id")),
        new UserId(stored.text("userId")),
        stored.word("client", ClientKind.class),
        stored.text("address"),
        stored.text("userAgent"),
        stored.number("generation"),
        stored.time("createdAt"),
        stored.time("refreshedAt"),
        stored.time("expiresAt"),
        stored.findTime("endedAt"),
        stored.number("version"));
  }

  private static Instant overAt(Session session) {
    return session.endedAt().filter(session.expiresAt()::isAfter).orElse(session.expiresAt());
  }
}
