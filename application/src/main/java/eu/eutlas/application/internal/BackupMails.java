package eu.eutlas.application.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.application.mail.Letters;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.application.project.ProjectRepository;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.Role;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails the owners of an organization that a backup has failed. The id of each mail follows from
 * the event in the committed outbox and from who it is to, so that whoever writes it, and however
 * often, it is one mail.
 */
final class BackupMails {
  private static final Logger log = LoggerFactory.getLogger(BackupMails.class);
  private static final Scope ALL = new Scope.Everything("owners of all tenants are told");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int TIME_DIGITS = 8;
  private static final int ID_BYTES = 8;

  private final OrganizationRepository organizations;
  private final ProjectRepository projects;
  private final BackupRepository backups;
  private final UserRepository users;
  private final MailRepository mails;
  private final Sealer sealer;
  private final URI publicUrl;
  private final ReconcileQueue queue;
  private final Jobs jobs;
  private final InstantSource clock;

  BackupMails(Ports ports, ReconcileQueue queue) {
    this.organizations = ports.stores().organizations();
    this.projects = ports.stores().projects();
    this.backups = ports.stores().backups();
    this.users = ports.stores().users();
    this.mails = ports.stores().mails();
    this.sealer = ports.security().sealer();
    this.publicUrl = ports.settings().publicUrl();
    this.queue = queue;
    this.jobs = ports.jobs();
    this.clock = ports.clock();
  }

  /**
   * Writes the mails that a backup's outbox calls for. Repeatable, as long as the outbox is there.
   *
   * @throws PortFailure when the metadata store fails; some of them may be written
   */
  void write(Backup backup) {
    for (var event : backup.outbox().events()) {
      if (event.type() == EventType.BACKUP_FAILED && isUnexpected(event)) {
        write(backup, event);
      }
    }
  }

  /** That the backup of a deleted cluster has ended surprises nobody. */
  private static boolean isUnexpected(Event event) {
    return !code(event).equals(TakeBackup.NOT_WANTED);
  }

  private static String code(Event event) {
    return event.metadata().getOrDefault("code", "");
  }

  private void write(Backup backup, Event event) {
    organizations.find(ALL, event.orgId()).stream()
        .flatMap(organization -> organization.members().stream())
        .filter(member -> member.role() == Role.OWNER)
        .map(Member::userId)
        .flatMap(id -> users.find(id).stream())
        .filter(User::isVerified)
        .forEach(owner -> write(backup, event, owner));
  }

  private void write(Backup backup, Event event, User owner) {
    var id = id(event, owner);
    var now = clock.instant();
    try {
      mails.insert(
          new Mail(
              id,
              MailTemplate.BACKUP_FAILED,
              owner.email(),
              Optional.of(Letters.seal(sealer, id, words(backup, event, owner))),
              Mail.State.QUEUED,
              0,
              Optional.of(now),
              Optional.empty(),
              Optional.empty(),
              event.correlationId(),
              now,
              0));
    } catch (PortFailure.Duplicate written) {
      log.debug("Mail {} was written before.", id);
      return;
    }
    queue.nudge(new Work.Send(id), Lane.BACKGROUND);
    jobs.send(id);
  }

  private Map<String, Secret> words(Backup backup, Event event, User owner) {
    var order = backup.order();
    var trouble = BackupTrouble.of(code(event));
    return Map.of(
        "name", new Secret(owner.name().value()),
        "cluster", new Secret(order.clusterName().value()),
        "project", new Secret(project(backup)),
        "time", new Secret(TIME.format(event.createdAt())),
        "reason", new Secret(trouble.reason()),
        "next", new Secret(trouble.next()),
        "newest", new Secret(newest(backup)),
        "link", new Secret(link(backup)));
  }

  private String project(Backup backup) {
    var id = backup.order().projectId();
    return projects.find(ALL, id).map(found -> found.name().value()).orElse(id.value());
  }

  private String newest(Backup backup) {
    return backups.completed(backup.order().clusterId(), 1).stream()
        .flatMap(newest -> newest.contents().map(Contents::at).stream())
        .map(BackupMails::isThere)
        .findFirst()
        .orElse("There is no good backup of this cluster.");
  }

  private static String isThere(Instant at) {
    return "The newest good backup has the data of " + TIME.format(at) + " and stays as it is.";
  }

  private String link(Backup backup) {
    var order = backup.order();
    return "%s/orgs/%s/projects/%s/clusters/%s"
        .formatted(publicUrl, order.orgId(), order.projectId(), order.clusterId());
  }

  private static MailId id(Event event, User owner) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest((event.id().value() + " " + owner.id().value()).getBytes(UTF_8));
      return new MailId(
          event.id().value().substring(0, TIME_DIGITS)
              + HexFormat.of().formatHex(hash, 0, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
