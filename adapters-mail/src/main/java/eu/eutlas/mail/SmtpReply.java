package eu.eutlas.mail;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What the server answered when it did not take a mail (RFC 5321, 4.2.1). */
enum SmtpReply {
  /** 4xx: not now. */
  NOT_NOW,
  /** 5xx: never. */
  NEVER,
  /** 530, 535, 538: log in first, or better. Not the mail's fault, and to be put right. */
  LOGIN_WANTED,
  /** Nothing, or nothing that says no. */
  NONE;

  private static final int FIRST_NOT_NOW = 400;
  private static final int FIRST_NEVER = 500;
  private static final int LAST = 599;

  /** Finds the reply in the exceptions that the library chains. */
  static SmtpReply in(MessagingException failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      var code = code(e);
      if (code.isPresent() && of(code.getAsInt()) != NONE) {
        return of(code.getAsInt());
      }
    }
    return NONE;
  }

  private static SmtpReply of(int code) {
    return switch (code) {
      case 530, 535, 538 -> LOGIN_WANTED;
      default -> {
        if (code >= FIRST_NEVER && code <= LAST) {
          yield NEVER;
        }
        yield code >= FIRST_NOT_NOW && code < FIRST_NEVER ? NOT_NOW : NONE;
      }
    };
  }

  private static OptionalInt code(Throwable e) {
    return switch (e) {
      case SMTPSendFailedException failed -> OptionalInt.of(failed.getReturnCode());
      case SMTPAddressFailedException failed -> OptionalInt.of(failed.getReturnCode());
      case SMTPSenderFailedException failed -> OptionalInt.of(failed.getReturnCode());
      default -> OptionalInt.empty();
    };
  }
}
