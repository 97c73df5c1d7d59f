package eu.eutlas.http;

import eu.eutlas.http.dev.OutboxView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An outbox with one mail in it. */
final class Mails implements OutboxView {
  static final String ID = "65f0c0ffee0123456789abcd";
  private static final Mail MAIL =
      new Mail(
          ID,
          "ada@example.org",
          "Verify your e-mail address",
          Instant.parse("2026-01-31T12:00:00Z"),
          "Open http://localhost/verify?token=abc",
          "<p>Open</p>",
          List.of("http://localhost/verify?token=abc"));

  @Override
  public List<Mail> list() {
    return List.of(MAIL);
  }

  @Override
  public Optional<Mail> find(String id) {
    return Optional.of(MAIL).filter(mail -> mail.id().equals(id));
  }
}
