package eu.eutlas.http.organization;

import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.http.json.JsonRequest;

/** The organization that is wanted. */
record CreateOrganizationRequest(OrgName name) implements JsonRequest {}
