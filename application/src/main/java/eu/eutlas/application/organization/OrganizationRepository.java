package eu.eutlas.application.organization;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The organizations. Any call may throw {@link PortFailure.Unavailable}; a write also {@link
 * PortFailure.OutcomeUnknown}.
 */
public interface OrganizationRepository {

  /**
   * Adds an organization.
   *
   * @throws PortFailure.Duplicate when the id or the origin's key is there already
   */
  void insert(Organization organization);

  /**
   * Writes it if the stored version is still the one that was read; the stored version rises by
   * one.
   */
  SaveResult save(Organization organization);

  Optional<Organization> find(Scope scope, OrgId id);

  /**
   * The organization that a request with this key created. The key's hash names its maker, so no
   * scope is needed.
   */
  Optional<Organization> findByOrigin(String originKeyHash);

  /** The organizations that a user belongs to, with the role in each. */
  Map<OrgId, Role> rolesOf(UserId user);

  /** The organizations of the scope by id, oldest first. */
  Page<Organization> list(Scope scope, PageRequest request);

  /** The ids of organizations whose outbox is not empty. */
  List<OrgId> withOutbox(int limit);

  /** The ids of organizations that hold a reservation made before the moment. */
  List<OrgId> withReservations(Instant madeBefore, int limit);

  /**
   * Takes out of the outbox what was copied; entries that came since stay, the version too.
   * Repeatable.
   */
  void drain(OrgId id, Outbox copied);

  /** Forgets origins older than the moment; returns how many. Repeatable. */
  long forgetOrigins(Instant before);
}
