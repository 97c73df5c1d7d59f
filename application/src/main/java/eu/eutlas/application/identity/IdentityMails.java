package eu.eutlas.application.identity;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.Settings;
import eu.eutlas.application.mail.Letters;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Writes the mails of sign-up and verification. */
public final class IdentityMails {
  private final Settings settings;
  private final Sealer sealer;
  private final ReconcileQueue queue;
  private final Jobs jobs;
  private final Ids ids;
  private final InstantSource clock;

  public IdentityMails(
      Settings settings,
      Sealer sealer,
      ReconcileQueue queue,
      Jobs jobs,
      Ids ids,
      InstantSource clock) {
    this.settings = settings;
    this.sealer = sealer;
    this.queue = queue;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
  }

  /** The mail that proves an address. The token stands in the link and nowhere else. */
  Mail verify(User user, Secret token, Optional<OriginKey> origin, Actor actor) {
    return mail(
        MailTemplate.VERIFY_EMAIL,
        user,
        Map.of(
            "name", new Secret(user.name().value()),
            "link", new Secret(settings.publicUrl() + "/verify-email?token=" + token.reveal()),
            "hours", new Secret(String.valueOf(User.VERIFICATION_LASTS.toHours()))),
        origin,
        user.id(),
        actor);
  }

  /** The mail to the owner of an account whose address was used to sign up. */
  Mail alreadyRegistered(User user, UserId answered, Optional<OriginKey> origin, Actor actor) {
    return mail(
        MailTemplate.ALREADY_REGISTERED,
        user,
        Map.of(
            "name", new Secret(user.name().value()),
            "link", new Secret(settings.publicUrl() + "/login")),
        origin,
        answered,
        actor);
  }

  /** Has the mail sent at once, and by a job should this process end before. */
  void hint(Mail mail) {
    queue.nudge(new Work.Send(mail.id()), Lane.PEOPLE);
    jobs.send(mail.id());
  }

  private Mail mail(
      MailTemplate template,
      User to,
      Map<String, Secret> variables,
      Optional<OriginKey> origin,
      UserId answered,
      Actor actor) {
    var id = new MailId(ids.next());
    var now = clock.instant();
    return new Mail(
        id,
        template,
        to.email(),
        Optional.of(Letters.seal(sealer, id, variables)),
        Mail.State.QUEUED,
        0,
        Optional.of(now),
        origin,
        Optional.of(answered.value()),
        actor.correlationId(),
        now,
        0);
  }
}
