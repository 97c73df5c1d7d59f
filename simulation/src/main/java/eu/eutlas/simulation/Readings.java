package eu.eutlas.simulation;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.project.Project;

/** What people look at: nobody else's, and never older than what they were answered. */
final class Readings {
  private static final PageRequest PAGE = PageRequest.first();

  private Readings() {}

  static void readCluster(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address -> {
          var least = visit.people().answeredRevision(address.cluster());
          visit
              .answered(
                  "read cluster",
                  visit.eutlas().clusters().read().handle(visit.actor(), address),
                  Cluster::orgId)
              .ifPresentOrElse(
                  cluster -> visit.read(cluster, least),
                  () -> visit.person().forgets(address.cluster()));
        });
  }

  static void readCredentials(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address ->
            mustBeOwn(
                visit,
                address,
                "read credentials",
                visit.eutlas().clusters().credentials().handle(visit.actor(), address)));
  }

  static void testConnection(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address ->
            mustBeOwn(
                visit,
                address,
                "test connection",
                visit.eutlas().clusters().testConnection().handle(visit.actor(), address)));
  }

  /** An answer that does not say whose it is: it is the cluster's tenant's. */
  private static <T> void mustBeOwn(Visit visit, Address address, String what, Outcome<T> outcome) {
    visit
        .cluster(address)
        .ifPresent(cluster -> {
          var unused = visit.answered(what, outcome, ignored -> cluster.orgId());
        });
  }

  static void readThings(Visit visit) {
    var eutlas = visit.eutlas();
    visit
        .answeredAll(
            "list organizations",
            eutlas.organizations().list().handle(visit.actor(), PAGE).map(page -> page.items()),
            Organization::id)
        .forEach(organization -> visit.person().knows(organization.id()));
    visit
        .someOrganization()
        .ifPresent(org -> {
          visit
              .answeredAll(
                  "list projects",
                  eutlas
                      .projects()
                      .list()
                      .handle(visit.actor(), org, PAGE)
                      .map(page -> page.items()),
                  Project::orgId)
              .forEach(
                  project -> visit.person().knows(new Person.Home(project.orgId(), project.id())));
          visit
              .answeredAll(
                  "list clusters",
                  eutlas
                      .clusters()
                      .list()
                      .ofOrganization(visit.actor(), org, ClusterQuery.ALL, PAGE)
                      .map(page -> page.items()),
                  ClusterSummary::orgId)
              .forEach(
                  cluster -> visit.person().knows(new Address(cluster.projectId(), cluster.id())));
          var unused =
              visit.answeredAll(
                  "list events",
                  eutlas
                      .events()
                      .list()
                      .handle(visit.actor(), EventQuery.ofOrg(org), PAGE)
                      .map(page -> page.items()),
                  logged -> logged.event().orgId());
        });
    visit
        .someCluster()
        .ifPresent(address ->
            visit
                .answeredAll(
                    "list operations",
                    eutlas
                        .operations()
                        .list()
                        .handle(visit.actor(), address, PAGE)
                        .map(page -> page.items()),
                    Operation::orgId)
                .forEach(operation -> {}));
  }
}
