package eu.eutlas.mongo.mail;

import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Values;
import org.bson.BsonDocument;

/** A mail as it is stored. */
final class MailDocument {
  static final String NEXT_ATTEMPT_AT = "nextAttemptAt";
  static final String CREATED_AT = "createdAt";

  private MailDocument() {}

  static BsonDocument toBson(Mail mail) {
    return new DocumentWriter()
        .put("_id", mail.id().value())
        .put("version", mail.version())
        .put("template", mail.template())
        .put("to", mail.to().value())
        .put("variables", mail.variables().map(sealed -> Values.value(sealed.text())))
        .put("state", mail.state())
        .put("attempts", mail.attempts())
        .put(NEXT_ATTEMPT_AT, mail.nextAttemptAt().map(Values::value))
        .put(OriginDocument.FIELD, mail.origin().map(OriginDocument::toBson))
        .put("answeredUserId", mail.answeredUserId().map(Values::value))
        .put("correlationId", mail.correlationId().value())
        .put(CREATED_AT, mail.createdAt())
        .done();
  }

  static Mail fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Mail(
        new MailId(stored.text("_id")),
        stored.word("template", MailTemplate.class),
        new Email(stored.text("to")),
        stored.findText("variables").map(SealedSecret::new),
        stored.word("state", Mail.State.class),
        stored.integer("attempts"),
        stored.findTime(NEXT_ATTEMPT_AT),
        stored.findDocument(OriginDocument.FIELD, OriginDocument::fromBson),
        stored.findText("answeredUserId"),
        new CorrelationId(stored.text("correlationId")),
        stored.time(CREATED_AT),
        stored.number("version"));
  }
}
