package eu.eutlas.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.Mailer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.simplejavamail.converter.EmailConverter;

/**
 * Puts mails into a folder, each as a file {@code <id>.eml}, for a machine that has no mail server.
 * A file is there whole or not at all, and is on the disk when the call returns. The same id is the
 * same file. {@link Outbox} reads them. Safe for threads.
 */
public final class OutboxMailer implements Mailer {
  private final Path folder;
  private final MailTemplates templates;

  /**
   * Says where.
   *
   * @param folder made with the first mail if it is not there
   */
  public OutboxMailer(Path folder, MailTemplates templates) {
    this.folder = folder;
    this.templates = templates;
  }

  @Override
  public void send(Letter letter) {
    var bytes = EmailConverter.mimeMessageToEMLByteArray(Message.of(letter, templates));
    try {
      Files.createDirectories(folder);
      // Hidden, and readable for us alone, which is how temporary files are made.
      var aside = Files.createTempFile(folder, "." + letter.id() + "-", ".part");
      try {
        write(aside, bytes);
        Files.move(aside, Outbox.file(folder, letter.id()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw new PortFailure.Unavailable(
          "OUTBOX_UNWRITABLE", "The outbox's folder cannot be written to.", e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
