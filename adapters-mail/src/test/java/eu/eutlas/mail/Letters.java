package eu.eutlas.mail;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import java.util.HashMap;
import java.util.Map;

/** Letters for tests. */
final class Letters {
  static final MailId ID = new MailId("6553f100a1b2c3d4e5f60718");
  static final MailTemplates TEMPLATES =
      new MailTemplates(new Email("no-reply@eutlas.example"), "EUTLAS");
  static final String LINK = "https://eutlas.example/verify?token=AbC-1_2&lang=en";

  private Letters() {}

  static Letter verification() {
    return verification(ID, "ada@example.org", "Ada Lovelace");
  }

  static Letter verification(MailId id, String to, String name) {
    return letter(id, to, MailTemplate.VERIFY_EMAIL, name);
  }

  static Letter letter(MailId id, String to, MailTemplate template, String name) {
    return new Letter(
        id,
        template,
        new Email(to),
        Map.of(
            "name", new Secret(name),
            "link", new Secret(LINK),
            "hours", new Secret("24"),
            "cluster", new Secret("shop-db"),
            "project", new Secret("Shop"),
            "time", new Secret("2026-11-23 21:16 UTC"),
            "reason", new Secret("The place where backups are kept is full."),
            "next", new Secret("Ask whoever runs this installation to make room there."),
            "newest", new Secret("There is no good backup of this cluster.")));
  }

  static Letter with(String variable, String value) {
    var variables = new HashMap<>(verification().variables());
    variables.put(variable, new Secret(value));
    return new Letter(ID, MailTemplate.VERIFY_EMAIL, new Email("ada@example.org"), variables);
  }

  static Letter without(String variable) {
    var variables = new HashMap<>(verification().variables());
    variables.remove(variable);
    return new Letter(ID, MailTemplate.VERIFY_EMAIL, new Email("ada@example.org"), variables);
  }
}
