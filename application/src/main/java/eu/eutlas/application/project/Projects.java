package eu.eutlas.application.project;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.internal.ProjectSlots;
import eu.eutlas.application.operation.ReconcileQueue;

/** What can be done about projects. */
public record Projects(
    CreateProject create, ReadProject read, ListProjects list, DeleteProject delete) {

  public static Projects of(Ports ports, Authorizer authorizer, ReconcileQueue queue, Ids ids) {
    var organizations = ports.stores().organizations();
    var projects = ports.stores().projects();
    var slots = new ProjectSlots(organizations);
    var clock = ports.clock();
    return new Projects(
        new CreateProject(authorizer, organizations, projects, slots, queue, ids, clock),
        new ReadProject(authorizer, projects),
        new ListProjects(authorizer, organizations, projects),
        new DeleteProject(authorizer, projects, slots, queue, ids, clock));
  }
}
