package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.UUID;

/**
 * A user with what is needed to check a login, but not the password.
 *
 * @param version another one for each password ever set: a login stands for one of them
 */
record User(UserId id, ScramSecret secret, UUID version, List<Grant> grants) {

  User {
    grants = List.copyOf(grants);
  }

  static User create(UserId id, ScramSecret secret, List<Grant> grants) {
    return new User(id, secret, UUID.randomUUID(), grants);
  }

  User withPassword(ScramSecret newSecret) {
    return new User(id, newSecret, UUID.randomUUID(), grants);
  }

  User withGrants(List<Grant> newGrants) {
    return new User(id, secret, version, newGrants);
  }

  boolean may(Right right, String database) {
    return grants.stream().anyMatch(grant -> grant.allows(right, database));
  }

  Document document() {
    return new Document("_id", id.text())
        .append("db", id.database())
        .append("user", id.name())
        .append("version", version)
        .append("scram", secret.document())
        .append("roles", roles());
  }

  static User of(Document document) {
    return new User(
        new UserId(Fields.text(document, "db"), Fields.text(document, "user")),
        ScramSecret.of(Fields.required(document, "scram", Document.class)),
        Fields.required(document, "version", UUID.class),
        Grant.list(document.get("roles"), Role.ADMIN_DATABASE));
  }

  /** What may be shown of it. */
  Document shown() {
    return new Document("_id", id.text())
        .append("userId", version)
        .append("user", id.name())
        .append("db", id.database())
        .append("roles", roles())
        .append("mechanisms", List.of(ScramSecret.MECHANISM));
  }

  List<Document> roles() {
    return grants.stream().map(Grant::document).toList();
  }
}
