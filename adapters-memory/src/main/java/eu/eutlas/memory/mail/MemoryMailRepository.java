package eu.eutlas.memory.mail;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mails, in memory. */
public final class MemoryMailRepository implements MailRepository {
  private final Documents<Mail> mails =
      new Documents<>(
          new Documents.Shape<>(
              mail -> mail.id().value(),
              Mail::version,
              (mail, version) -> with(mail, mail.origin(), version)));
  private final Index<Mail, String> byOrigin =
      mails.uniqueIndex(mail -> mail.origin().map(OriginKey::keyHash).stream());
  private final Index<Mail, Instant> origins =
      mails.index(mail -> mail.origin().map(OriginKey::at).stream());
  private final Index<Mail, Instant> attempts = mails.index(mail -> mail.nextAttemptAt().stream());
  private final Index<Mail, Instant> ages = mails.index(mail -> Stream.of(mail.createdAt()));

  @Override
  public void insert(Mail mail) {
    mails.insert(mail);
  }

  @Override
  public SaveResult save(Mail mail) {
    return mails.save(mail);
  }

  @Override
  public Optional<Mail> find(MailId id) {
    return mails.find(id.value());
  }

  @Override
  public Optional<Mail> findByOrigin(String originKeyHash) {
    return byOrigin.first(originKeyHash);
  }

  @Override
  public List<MailId> due(Instant now, int limit) {
    return attempts.upTo(now, limit).stream().map(Mail::id).toList();
  }

  @Override
  public long forgetOrigins(Instant before) {
    return mails.changeBefore(
        origins, before, mail -> with(mail, Optional.empty(), mail.version()));
  }

  @Override
  public long remove(Instant createdBefore) {
    return mails.removeBefore(ages, createdBefore);
  }

  private static Mail with(Mail mail, Optional<OriginKey> origin, long version) {
    return new Mail(
        mail.id(),
        mail.template(),
        mail.to(),
        mail.variables(),
        mail.state(),
        mail.attempts(),
        mail.nextAttemptAt(),
        origin,
        mail.answeredUserId(),
        mail.correlationId(),
        mail.createdAt(),
        version);
  }
}
