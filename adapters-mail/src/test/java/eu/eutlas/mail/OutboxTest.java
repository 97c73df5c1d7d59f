package eu.eutlas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.identity.Email;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
  private static final MailId OLDER = new MailId("6553f000a1b2c3d4e5f60718");
  private static final MailId NEWER = new MailId("6553f200a1b2c3d4e5f60718");

  @TempDir private Path parent;

  @Test
  void opensWhatWasSent() {
    mailer().send(Letters.verification());

    var opened = outbox().find(Letters.ID).orElseThrow();

    assertThat(opened.entry())
        .isEqualTo(
            new Outbox.Entry(
                Letters.ID,
                new Email("ada@example.org"),
                "Confirm your e-mail address for EUTLAS",
                Instant.ofEpochSecond(0x6553f100L)));
    var mail = Letters.TEMPLATES.render(Letters.verification());
    assertThat(opened.html().reveal().replace("\r\n", "\n").strip()).isEqualTo(mail.html().strip());
    assertThat(opened.text().reveal().replace("\r\n", "\n").strip()).isEqualTo(mail.text().strip());
    assertThat(opened.toString()).doesNotContain("token=");
  }

  @Test
  void keepsTheNewestAndWhatIsNotOurs() throws IOException {
    mailer().send(Letters.verification(OLDER, "ada@example.org", "Ada"));
    mailer().send(Letters.verification(NEWER, "ada@example.org", "Ada"));
    Files.writeString(folder().resolve("notes.txt"), "mine");

    assertThat(outbox().trim(1)).isEqualTo(1);

    assertThat(outbox().newest(10)).extracting(Outbox.Entry::id).containsExactly(NEWER);
    assertThat(folder().resolve("notes.txt")).exists();
    assertThat(outbox().trim(1)).isZero();
  }

  @Test
  void writesAnInternetMessage() throws IOException {
    mailer().send(Letters.verification());

    assertThat(Files.readString(folder().resolve(Letters.ID + ".eml")))
        .contains("From: EUTLAS <no-reply@eutlas.example>\r\n")
        .contains("To: ada@example.org\r\n")
        .contains("Message-ID: <" + Letters.ID + "@eutlas.example>\r\n")
        .contains("Date: Tue, 14 Nov 2023 ")
        .contains("Auto-Submitted: auto-generated\r\n")
        .contains("MIME-Version: 1.0\r\n")
        .contains("Content-Type: multipart/alternative;");
  }

  @Test
  void keepsOneFileOfOneMailAndNothingBesides() throws IOException {
    mailer().send(Letters.verification());
    mailer().send(Letters.verification(Letters.ID, "ada@example.org", "Somebody Else"));

    try (var files = Files.list(folder())) {
      assertThat(files)
          .extracting(f -> f.getFileName().toString())
          .containsExactly(Letters.ID + ".eml");
    }
    assertThat(outbox().find(Letters.ID).orElseThrow().text().reveal()).contains("Somebody Else");
  }

  @Test
  void keepsLinksFromOtherUsersOfTheMachine() throws IOException {
    mailer().send(Letters.verification());

    assertThat(Files.getPosixFilePermissions(folder().resolve(Letters.ID + ".eml")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void listsTheNewestFirst() {
    for (var id : new MailId[] {Letters.ID, NEWER, OLDER}) {
      mailer().send(Letters.verification(id, "ada@example.org", "Ada"));
    }

    assertThat(outbox().newest(10))
        .extracting(Outbox.Entry::id)
        .containsExactly(NEWER, Letters.ID, OLDER);
    assertThat(outbox().newest(2)).extracting(Outbox.Entry::id).containsExactly(NEWER, Letters.ID);
  }

  @Test
  void passesOverWhatIsNoMailOfOurs() throws IOException {
    mailer().send(Letters.verification());
    Files.writeString(folder().resolve(".6553f200a1b2c3d4e5f60718-1.part"), "half a");
    Files.writeString(folder().resolve("notes.eml"), "From: me\r\n\r\nhello");
    Files.writeString(folder().resolve(NEWER + ".eml"), "no mail at all");
    Files.writeString(folder().resolve(OLDER + ".eml"), "");
    Files.createDirectory(folder().resolve("6553f300a1b2c3d4e5f60718.eml"));

    assertThat(outbox().newest(10)).extracting(Outbox.Entry::id).containsExactly(Letters.ID);
    assertThat(outbox().find(NEWER)).isEmpty();
  }

  @Test
  void isEmptyBeforeTheFirstMail() {
    assertThat(outbox().newest(10)).isEmpty();
    assertThat(outbox().find(Letters.ID)).isEmpty();
  }

  @Test
  void triesAgainLaterWhenTheFolderCannotBeWritten() throws IOException {
    Files.writeString(folder(), "a file stands in the way");

    assertThatExceptionOfType(PortFailure.Unavailable.class)
        .isThrownBy(() -> mailer().send(Letters.verification()))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("OUTBOX_UNWRITABLE"));
  }

  private OutboxMailer mailer() {
    return new OutboxMailer(folder(), Letters.TEMPLATES);
  }

  private Outbox outbox() {
    return new Outbox(folder());
  }

  private Path folder() {
    return parent.resolve("outbox");
  }
}
