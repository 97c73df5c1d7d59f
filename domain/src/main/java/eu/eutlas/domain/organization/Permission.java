package eu.eutlas.domain.organization;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;
import static eu.eutlas.domain.organization.Role.READER;

import java.util.EnumSet;
import java.util.Set;

/** The permission table: everything that can be done in an organization, and the roles that may. */
public enum Permission {
  READ_ORGANIZATION(OWNER, ADMIN, MEMBER, READER),
  READ_EVENTS(OWNER, ADMIN, MEMBER, READER),
  CREATE_PROJECT(OWNER, ADMIN),
  READ_PROJECT(OWNER, ADMIN, MEMBER, READER),
  DELETE_PROJECT(OWNER, ADMIN),
  CREATE_CLUSTER(OWNER, ADMIN, MEMBER),
  READ_CLUSTER(OWNER, ADMIN, MEMBER, READER),
  CHANGE_CLUSTER(OWNER, ADMIN, MEMBER),
  DELETE_CLUSTER(OWNER, ADMIN, MEMBER),
  READ_CREDENTIALS(OWNER, ADMIN, MEMBER),
  ROTATE_CREDENTIALS(OWNER, ADMIN, MEMBER),
  CHANGE_DATABASE_USERS(OWNER, ADMIN, MEMBER),
  CHANGE_ACCESS_LIST(OWNER, ADMIN, MEMBER),
  TEST_CONNECTION(OWNER, ADMIN, MEMBER),
  READ_BACKUPS(OWNER, ADMIN, MEMBER, READER),
  TAKE_BACKUP(OWNER, ADMIN, MEMBER),
  CHANGE_BACKUP_POLICY(OWNER, ADMIN, MEMBER),
  RESTORE_BACKUP(OWNER, ADMIN, MEMBER),
  PROVE_BACKUP(OWNER, ADMIN, MEMBER),
  DOWNLOAD_BACKUP(OWNER, ADMIN, MEMBER),
  DELETE_BACKUP(OWNER, ADMIN),
  HOLD_BACKUP(OWNER, ADMIN);

  @SuppressWarnings("ImmutableEnumChecker") // a set of its own, never changed and never shown
  private final Set<Role> roles;

  Permission(Role first, Role... others) {
    this.roles = EnumSet.of(first, others);
  }

  public boolean isGrantedTo(Role role) {
    return roles.contains(role);
  }

  /**
   * Whether it makes EUTLAS do something outside of itself, now or later: in a cluster, or in the
   * store of backups. A paused installation does none of that.
   */
  public boolean actsOutside() {
    return switch (this) {
      case READ_ORGANIZATION,
          READ_EVENTS,
          CREATE_PROJECT,
          READ_PROJECT,
          DELETE_PROJECT,
          READ_CLUSTER,
          READ_CREDENTIALS,
          READ_BACKUPS,
          DOWNLOAD_BACKUP ->
          false;
      case CREATE_CLUSTER,
          CHANGE_CLUSTER,
          DELETE_CLUSTER,
          ROTATE_CREDENTIALS,
          CHANGE_DATABASE_USERS,
          CHANGE_ACCESS_LIST,
          TEST_CONNECTION,
          TAKE_BACKUP,
          CHANGE_BACKUP_POLICY,
          RESTORE_BACKUP,
          PROVE_BACKUP,
          DELETE_BACKUP,
          HOLD_BACKUP ->
          true;
    };
  }
}
