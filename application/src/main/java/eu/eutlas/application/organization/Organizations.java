package eu.eutlas.application.organization;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.operation.ReconcileQueue;

/** What can be done about organizations. */
public record Organizations(
    CreateOrganization create, ReadOrganization read, ListOrganizations list) {

  public static Organizations of(
      Ports ports, Authorizer authorizer, ReconcileQueue queue, Ids ids) {
    var organizations = ports.stores().organizations();
    return new Organizations(
        new CreateOrganization(authorizer, organizations, queue, ids, ports.clock()),
        new ReadOrganization(authorizer, organizations),
        new ListOrganizations(authorizer, organizations));
  }
}
