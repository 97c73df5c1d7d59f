package eu.eutlas.application;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.organization.OrgId;
import java.util.Set;

/**
 * What may be read. Every repository that holds tenants' data takes one, so that nothing is read by
 * accident.
 */
public sealed interface Scope {

  /** Whether something of the organization may be read. */
  boolean covers(OrgId org);

  /** The organizations that an actor is a member of. */
  record Orgs(Set<OrgId> ids) implements Scope {
    public Orgs {
      ids = Set.copyOf(ids);
    }

    @Override
    public boolean covers(OrgId org) {
      return ids.contains(org);
    }
  }

  /**
   * All tenants. Only {@code eu.eutlas.application.internal} makes one, and says why; an
   * architecture rule holds it to that.
   */
  record Everything(String reason) implements Scope {
    public Everything {
      InvalidValue.unless(!reason.isBlank(), "Reading everything wants a reason.");
    }

    @Override
    public boolean covers(OrgId org) {
      return true;
    }
  }
}
