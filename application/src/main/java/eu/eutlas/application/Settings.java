package eu.eutlas.application;

import java.net.URI;
import java.time.Duration;

/**
 * What an installation decides about itself.
 *
 * @param publicUrl under which people reach the console, without a slash at its end; links in mails
 *     begin with it
 * @param firstUserAdministers whether the first account of an empty installation becomes an
 *     administrator
 * @param createWithin how long creating a cluster may take
 * @param deleteWithin how long deleting a cluster may take
 * @param workers how many pieces of background work go on at once
 */
public record Settings(
    URI publicUrl,
    SignUpPolicy signUp,
    boolean firstUserAdministers,
    Duration createWithin,
    Duration deleteWithin,
    int workers) {

  private static final Duration CREATE_WITHIN = Duration.ofMinutes(15);
  private static final Duration DELETE_WITHIN = Duration.ofMinutes(30);
  private static final int WORKERS = 8;

  /** Who may sign up. */
  public enum SignUpPolicy {
    /** Everybody. */
    OPEN,
    /** Who was invited. */
    INVITED,
    /** Nobody. */
    CLOSED
  }

  /** The settings of an open installation at an address. */
  public static Settings at(URI publicUrl) {
    return new Settings(publicUrl, SignUpPolicy.OPEN, true, CREATE_WITHIN, DELETE_WITHIN, WORKERS);
  }
}
