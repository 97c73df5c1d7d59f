package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;

/** Customers' databases, spoken to as any client would. Every call ends within ten seconds. */
public interface TenantDatabase {

  /**
   * Tries a login: authenticates, finds a primary, writes one document and reads it back with
   * majority. Leaves nothing behind. Never throws for what a database answers.
   *
   * @return proved, refused, or not yet with the reason
   */
  LoginTrial tryLogin(Endpoint endpoint, Login login);

  /**
   * Sees to it that the user exists with this password and may read, write and administer every
   * database of its owner ({@code readWriteAnyDatabase}, {@code dbAdminAnyDatabase}). Repeatable.
   *
   * @throws PortFailure.Unavailable when it could not be done now
   * @throws PortFailure.OutcomeUnknown when it may have been done
   */
  void ensureLogin(Endpoint endpoint, Login admin, Login customer);

  /** A user and its password in the clear. */
  record Login(String username, Secret password) {}
}
