package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserSeen;
import java.util.List;
import java.util.Set;

/** Customers' databases, spoken to as any client would. Every call ends within ten seconds. */
public interface TenantDatabase {

  /**
   * Tries the login of somebody who may write everywhere: authenticates, finds a primary, writes
   * one document and reads it back with majority. Leaves nothing behind. Never throws for what a
   * database answers.
   *
   * @return proved, refused, or not yet with the reason
   */
  LoginTrial tryLogin(Endpoint endpoint, Login login);

  /**
   * Tries whether a login is let in, whatever it may do then. Changes nothing. Never throws for
   * what a database answers.
   *
   * @return proved, refused, or not yet with the reason
   */
  LoginTrial authenticate(Endpoint endpoint, Login login);

  /**
   * All users that there are, the administrator included, with all their roles.
   *
   * @throws PortFailure.Unavailable when they cannot be seen now
   */
  List<UserSeen> users(Endpoint endpoint, Login admin);

  /**
   * Sees to it that some users exist with exactly this password and these roles, and that others do
   * not exist; nobody else is touched. Those that are wanted come first. Repeatable.
   *
   * @throws PortFailure.Unavailable when it could not be done now; a part may be done
   * @throws PortFailure.OutcomeUnknown when it may have been done
   */
  void ensureUsers(Endpoint endpoint, Login admin, List<User> wanted, Set<String> unwanted);

  /** A user and its password in the clear. */
  record Login(String username, Secret password) {}

  /** A user, and what it may do. */
  record User(Login login, Set<RoleGrant> roles) {
    public User {
      roles = Set.copyOf(roles);
    }
  }
}
