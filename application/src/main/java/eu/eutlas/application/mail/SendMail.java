package eu.eutlas.application.mail;

import eu.eutlas.application.Ids;
import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.installation.InstallationPause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail, if it is due. The claim is a write, so that of all the queues, jobs and nodes
 * that try, one sends; should that one die, the claim ends and the next sends again: a mail comes
 * at least once.
 */
public final class SendMail {
  private static final Logger log = LoggerFactory.getLogger(SendMail.class);

  private static final Duration PAUSED = Duration.ofSeconds(15);

  private final MailRepository mails;
  private final Mailer mailer;
  private final Sealer sealer;
  private final InstallationPause pause;
  private final Ids ids;
  private final InstantSource clock;

  public SendMail(
      MailRepository mails,
      Mailer mailer,
      Sealer sealer,
      InstallationPause pause,
      Ids ids,
      InstantSource clock) {
    this.mails = mails;
    this.mailer = mailer;
    this.sealer = sealer;
    this.pause = pause;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Tries once, unless the installation is paused: then all mail waits.
   *
   * @return when to try again; absent when the mail was sent, given up, or is not there
   * @throws PortFailure when the store fails; the mail stays due
   */
  public Optional<Instant> handle(MailId id) {
    var found = mails.find(id);
    if (found.isEmpty() || !found.get().isDueAt(clock.instant())) {
      return found.flatMap(Mail::nextAttemptAt);
    }
    if (pause.isOn()) {
      return Optional.of(clock.instant().plus(PAUSED));
    }
    if (found.get().isPastAt(clock.instant())) {
      giveUp(found.get());
      return Optional.empty();
    }
    var claimed = found.get().claim(clock.instant());
    if (mails.save(claimed) != SaveResult.SAVED) {
      return claimed.nextAttemptAt();
    }
    var ended = correlated(claimed);
    // Losing this write means sending once more. Whoever claimed it meanwhile says what comes of
    // it.
    mails
        .find(id)
        .filter(stored -> stored.attempts() == claimed.attempts())
        .map(ended::over)
        .ifPresent(mails::save);
    return ended.nextAttemptAt();
  }

  /**
   * Every log line of the attempt carries the correlation id of the request that wrote the mail.
   */
  private Mail correlated(Mail mail) {
    return LogContext.during(
        Map.of(LogContext.CORRELATION_ID, mail.correlationId().value()), () -> attempt(mail));
  }

  /** Who loses this write finds it given up, or due again. */
  private void giveUp(Mail mail) {
    if (mails.save(mail.givenUp()) == SaveResult.SAVED) {
      LogContext.during(
          Map.of(LogContext.CORRELATION_ID, mail.correlationId().value()), () -> tellOfEnd(mail));
    }
  }

  private static void tellOfEnd(Mail mail) {
    log.error(
        "Mail {} ({}) is given up after {} attempts.", mail.id(), mail.template(), mail.attempts());
  }

  private Mail attempt(Mail mail) {
    try {
      var variables = Letters.open(sealer, mail.id(), mail.variables().orElseThrow());
      mailer.send(new Mailer.Letter(mail.id(), mail.template(), mail.to(), variables));
      log.info("Mail {} ({}) was handed over.", mail.id(), mail.template());
      return mail.sent();
    } catch (PortFailure failure) {
      log.warn("Mail {} ({}) was not sent: {}", mail.id(), mail.template(), failure.error().code());
      var next =
          mail.attemptFailed(failure.failureClass().isRetryable(), clock.instant(), ids.jitter());
      if (next.state() == Mail.State.FAILED) {
        tellOfEnd(next);
      }
      return next;
    }
  }
}
