package eu.eutlas.mongo.identity;

import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.OneTimeToken;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;

/** An account as it is stored. */
final class UserDocument {
  static final String EMAIL = "email";
  static final String VERIFICATION_HASH = "verification.hash";

  /** Derived: when an account was made that was never verified; absent once it is. */
  static final String UNVERIFIED_SINCE = "unverifiedSince";

  private UserDocument() {}

  static BsonDocument toBson(User user) {
    Optional<Instant> unverifiedSince =
        user.isVerified() ? Optional.empty() : Optional.of(user.createdAt());
    return new DocumentWriter()
        .put("_id", user.id().value())
        .put("version", user.version())
        .put(EMAIL, user.email().value())
        .put("name", user.name().value())
        .put("passwordHash", user.passwordHash().value())
        .put("verification", user.verification().map(UserDocument::token))
        .put("verifiedAt", user.verifiedAt().map(Values::value))
        .put("administrator", user.administrator())
        .put("createdAt", user.createdAt())
        .put("updatedAt", user.updatedAt())
        .put(UNVERIFIED_SINCE, unverifiedSince.map(Values::value))
        .done();
  }

  static User fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new User(
        new UserId(stored.text("_id")),
        new Email(stored.text(EMAIL)),
        new PersonName(stored.text("name")),
        new PasswordHash(stored.text("passwordHash")),
        stored.findDocument("verification", UserDocument::token),
        stored.findTime("verifiedAt"),
        stored.flag("administrator"),
        stored.time("createdAt"),
        stored.time("updatedAt"),
        stored.number("version"));
  }

  private static BsonDocument token(OneTimeToken token) {
    return new DocumentWriter()
        .put("hash", token.hash().value())
        .put("issuedAt", token.issuedAt())
        .put("expiresAt", token.expiresAt())
        .done();
  }

  private static OneTimeToken token(DocumentReader token) {
    return new OneTimeToken(
        new TokenHash(token.text("hash")), token.time("issuedAt"), token.time("expiresAt"));
  }
}
