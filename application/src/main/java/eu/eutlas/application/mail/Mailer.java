package eu.eutlas.application.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import java.util.Map;

/** Sends mail. */
public interface Mailer {

  /**
   * Hands a mail over to what delivers it. Repeatable: the id makes the same message of the same
   * mail ({@code Message-ID}).
   *
   * @throws PortFailure.Unavailable when it was not taken and may be later
   * @throws PortFailure.OutcomeUnknown when it may have been taken
   * @throws PortFailure.Rejected when it will never be taken, such as an address that the server
   *     refuses for good
   */
  void send(Letter letter);

  /**
   * A mail with its words filled in.
   *
   * @param variables a value for each variable of the template
   */
  record Letter(MailId id, MailTemplate template, Email to, Map<String, Secret> variables) {
    public Letter {
      variables = Map.copyOf(variables);
    }
  }
}
