package eu.eutlas.application.mail;

import java.util.Set;

/** The mails that EUTLAS sends, with the variables that each needs. */
public enum MailTemplate {
  /**
   * To a new address: proves it by a link. {@code name}, {@code link}, {@code hours} that the link
   * works.
   */
  VERIFY_EMAIL("name", "link", "hours"),
  /**
   * To the owner of an account whose address was used to sign up again. {@code name}, {@code link}
   * to log in.
   */
  ALREADY_REGISTERED("name", "link");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an unmodifiable one
  private final Set<String> variables;

  MailTemplate(String... variables) {
    this.variables = Set.of(variables);
  }

  public Set<String> variables() {
    return variables;
  }
}
