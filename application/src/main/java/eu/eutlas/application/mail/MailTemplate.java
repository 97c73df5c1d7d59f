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
  ALREADY_REGISTERED("name", "link"),
  /**
   * To an owner, when a backup has failed for good. {@code name}, {@code cluster}, {@code project},
   * {@code time}; {@code reason}, what to do {@code next} and which is the {@code newest} good one
   * as sentences; {@code link} to the cluster.
   */
  BACKUP_FAILED("name", "cluster", "project", "time", "reason", "next", "newest", "link");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives an unmodifiable one
  private final Set<String> variables;

  MailTemplate(String... variables) {
    this.variables = Set.of(variables);
  }

  public Set<String> variables() {
    return variables;
  }
}
