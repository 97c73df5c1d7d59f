package eu.eutlas.testkit.mail;

import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import java.time.Instant;
import java.util.Optional;

/** A mail in the making; see {@link Mails}. */
public final class MailBuilder {
  private MailId id;
  private MailTemplate template;
  private Email to;
  private Optional<SealedSecret> variables;
  private Mail.State state;
  private int attempts;
  private Optional<Instant> nextAttemptAt;
  private Optional<OriginKey> origin;
  private Optional<String> answeredUserId;
  private CorrelationId correlationId;
  private Instant createdAt;
  private long version;

  MailBuilder(Mail from) {
    this.id = from.id();
    this.template = from.template();
    this.to = from.to();
    this.variables = from.variables();
    this.state = from.state();
    this.attempts = from.attempts();
    this.nextAttemptAt = from.nextAttemptAt();
    this.origin = from.origin();
    this.answeredUserId = from.answeredUserId();
    this.correlationId = from.correlationId();
    this.createdAt = from.createdAt();
    this.version = from.version();
  }

  public MailBuilder id(MailId value) {
    this.id = value;
    return this;
  }

  public MailBuilder template(MailTemplate value) {
    this.template = value;
    return this;
  }

  public MailBuilder to(Email value) {
    this.to = value;
    return this;
  }

  public MailBuilder variables(SealedSecret value) {
    this.variables = Optional.of(value);
    return this;
  }

  public MailBuilder attempts(int value) {
    this.attempts = value;
    return this;
  }

  public MailBuilder dueAt(Instant value) {
    this.state = Mail.State.QUEUED;
    this.nextAttemptAt = Optional.of(value);
    return this;
  }

  /** Sent: nothing to do, nothing left of what it said. */
  public MailBuilder sent() {
    this.state = Mail.State.SENT;
    this.nextAttemptAt = Optional.empty();
    this.variables = Optional.empty();
    return this;
  }

  public MailBuilder origin(OriginKey value) {
    this.origin = Optional.of(value);
    return this;
  }

  public MailBuilder answeredUserId(String value) {
    this.answeredUserId = Optional.of(value);
    return this;
  }

  public MailBuilder correlationId(String value) {
    this.correlationId = new CorrelationId(value);
    return this;
  }

  public MailBuilder createdAt(Instant value) {
    this.createdAt = value;
    return this;
  }

  public MailBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Mail build() {
    return new Mail(
        id,
        template,
        to,
        variables,
        state,
        attempts,
        nextAttemptAt,
        origin,
        answeredUserId,
        correlationId,
        createdAt,
        version);
  }
}
