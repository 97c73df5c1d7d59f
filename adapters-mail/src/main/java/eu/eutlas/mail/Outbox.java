package eu.eutlas.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.simplejavamail.MailException;
import org.simplejavamail.converter.EmailConverter;

/**
 * The mails that {@link OutboxMailer} put into a folder, for people who try EUTLAS out. Any call
 * may throw {@link PortFailure.Unavailable}. Files that are no mails of ours are passed over.
 */
public final class Outbox {
  private static final String SUFFIX = ".eml";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{24}\\.eml");

  private final Path folder;

  /**
   * Says where.
   *
   * @param folder need not be there: then there are no mails
   */
  public Outbox(Path folder) {
    this.folder = folder;
  }

  /** What a list shows of a mail. */
  public record Entry(MailId id, Email to, String subject, Instant date) {}

  /** A mail with its two parts, which hold its secrets. */
  public record Opened(Entry entry, Secret html, Secret text) {}

  /** The newest mails, the newest first; ids sort by the second of their making. */
  public List<Entry> newest(int limit) {
    return ids().stream().flatMap(id -> find(id).stream()).limit(limit).map(Opened::entry).toList();
  }

  /** The newest first. */
  private List<MailId> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> NAME.matcher(name).matches())
          .sorted(Comparator.reverseOrder())
          .map(name -> new MailId(name.substring(0, name.length() - SUFFIX.length())))
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Removes all mails but the newest; returns how many. Repeatable.
   *
   * @param keep how many stay
   */
  public int trim(int keep) {
    var removed = 0;
    for (var id : ids().stream().skip(keep).toList()) {
      try {
        removed += Files.deleteIfExists(file(folder, id)) ? 1 : 0;
      } catch (IOException e) {
        throw new PortFailure.Unavailable(
            "OUTBOX_NOT_TRIMMED", "Old mails cannot be removed from the outbox's folder.", e);
      }
    }
    return removed;
  }

  /** The mail with this id. */
  public Optional<Opened> find(MailId id) {
    var file = file(folder, id);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(id, Files.readAllBytes(file)));
    } catch (NoSuchFileException | MailException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** An id has 24 hexadecimal digits, so the file lies in the folder. */
  static Path file(Path folder, MailId id) {
    return folder.resolve(id.value() + SUFFIX);
  }

  private static Opened open(MailId id, byte[] bytes) {
    var email = EmailConverter.emlToEmail(new ByteArrayInputStream(bytes));
    var to =
        email.getRecipients().stream()
            .findFirst()
            .orElseThrow(() -> new InvalidValue("A mail of ours has a recipient."));
    var date = email.getSentDate();
    return new Opened(
        new Entry(
            id,
            new Email(to.getAddress()),
            Optional.ofNullable(email.getSubject()).orElse(""),
            date == null ? Instant.EPOCH : date.toInstant()),
        new Secret(Optional.ofNullable(email.getHTMLText()).orElse("")),
        new Secret(Optional.ofNullable(email.getPlainText()).orElse("")));
  }

  private static PortFailure.Unavailable unreadable(IOException cause) {
    return new PortFailure.Unavailable(
        "OUTBOX_UNREADABLE", "The outbox's folder cannot be read.", cause);
  }
}
