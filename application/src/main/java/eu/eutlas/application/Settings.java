package eu.eutlas.application;

import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.operation.RetryPolicy;
import java.net.URI;
import java.util.Optional;

/**
 * What an installation decides about itself.
 *
 * @param publicUrl under which people reach the console, without a slash at its end; links in mails
 *     begin with it
 * @param firstUserAdministers whether the first account of an empty installation becomes an
 *     administrator
 * @param retries of operations
 * @param workers how many pieces of background work go on at once
 * @param longWork what lasts as long as data is large
 */
public record Settings(
    URI publicUrl,
    SignUpPolicy signUp,
    boolean firstUserAdministers,
    Deadlines deadlines,
    RetryPolicy retries,
    int workers,
    LongWork longWork) {

  private static final int WORKERS = 8;

  /**
   * How much goes on at once of what lasts as long as data is large.
   *
   * @param workers on each node
   * @param backupsPerRegion by all nodes together
   * @param proofs of backups, by all nodes together
   */
  public record LongWork(int workers, int backupsPerRegion, Proofs proofs) {
    public static final LongWork USUAL = new LongWork(2, 4, Proofs.USUAL);
  }

  /**
   * Where backups are proved, and which.
   *
   * @param region absent for the cluster's own, or another that has throw-away clusters
   * @param mostGigabytes of a backup's data
   * @param perRegion how many throw-away clusters a region has at once
   */
  public record Proofs(Optional<RegionId> region, int mostGigabytes, int perRegion) {
    public static final Proofs USUAL = new Proofs(Optional.empty(), 50, 1);
  }

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
    return new Settings(
        publicUrl,
        SignUpPolicy.OPEN,
        true,
        Deadlines.USUAL,
        RetryPolicy.USUAL,
        WORKERS,
        LongWork.USUAL);
  }
}
