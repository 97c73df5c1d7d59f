package eu.eutlas.testkit.organization;

import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.testkit.HexIds;

/** Organizations for tests. */
public final class Organizations {
  private Organizations() {}

  public static OrgId id(int number) {
    return new OrgId(HexIds.of(number));
  }

  public static OrganizationBuilder anOrganization() {
    return anOrganization(1);
  }

  /** An organization owned by the user with the same number, with nothing in its outbox. */
  public static OrganizationBuilder anOrganization(int number) {
    return new OrganizationBuilder(number);
  }

  public static OrganizationBuilder with(Organization organization) {
    return new OrganizationBuilder(organization);
  }
}
