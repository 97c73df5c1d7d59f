package eu.eutlas.testkit;

import eu.eutlas.application.Scope;
import eu.eutlas.domain.organization.OrgId;
import java.util.Set;

/** What a test may read. */
public final class Scopes {
  private Scopes() {}

  /** Of these organizations, and no other. */
  public static Scope of(OrgId... orgs) {
    return new Scope.Orgs(Set.of(orgs));
  }

  /** All tenants. Tests of what runs by itself need it; nothing else does. */
  public static Scope everything() {
    return new Scope.Everything("a test");
  }
}
