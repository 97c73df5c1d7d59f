package eu.eutlas.memory.usecase;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.project.CreateProject;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.organization.Organizations;
import java.util.Locale;
import java.util.Optional;

/** A tenant with a ready cluster in one project and nothing in another, and whoever is wanted. */
record Tenants(Scene scene, Cluster cluster, Project empty) {
  private static final Username REPORTER = new Username("reporter");

  static Tenants set() {
    var scene = Scene.set();
    var cluster = scene.readyCluster();
    var command =
        new CreateProject.Command(
            scene.project().orgId(), new ProjectName("Empty"), Optional.empty());
    var empty =
        scene.trial().eutlas().projects().create().handle(scene.owner(), command).orElseThrow();
    return new Tenants(scene, cluster, empty.value());
  }

  Eutlas eutlas() {
    return scene.trial().eutlas();
  }

  OrgId org() {
    return scene.project().orgId();
  }

  Project project() {
    return scene.project();
  }

  Address address() {
    return Trial.address(cluster);
  }

  OperationId operation() {
    return scene.site().jobs().operations().getFirst().operationId();
  }

  /** An operation that was accepted just now. */
  OperationId newOperation() {
    var order = Trial.order(empty.id());
    var ordered = scene.trial().create(scene.owner(), order).orElseThrow().value();
    return ordered.running().orElseThrow().id();
  }

  /** The cluster, paused before somebody else comes. */
  Cluster pausedCluster() {
    scene.pause(cluster);
    scene.trial().settle();
    return cluster;
  }

  /** The name of a database user that the cluster has. */
  Username databaseUser() {
    var users = scene.trial().stored(cluster.id()).spec().users();
    if (users.find(REPORTER).isEmpty()) {
      UserOrders.create(scene.trial(), scene.owner(), cluster, REPORTER.value()).orElseThrow();
      scene.trial().settle();
    }
    return REPORTER;
  }

  /** An operation that has failed just now. */
  OperationId failedOperation() {
    scene.site().region().accepting(false);
    var failed = newOperation();
    scene.trial().rest();
    return failed;
  }

  /** Somebody with a role in the tenant. */
  Actor member(Role role) {
    var person = scene.trial().person(role.name().toLowerCase(Locale.ROOT));
    join(person, role);
    return person;
  }

  /** Somebody with a role in the tenant who has not verified their address. */
  Actor unverifiedOwner() {
    var person = scene.trial().unverified("unverified");
    join(person, Role.OWNER);
    return person;
  }

  /** The owner of another tenant. */
  Actor stranger() {
    var person = scene.trial().person("stranger");
    scene.trial().organization(person);
    return person;
  }

  /** Leaves only the owner in the tenant. */
  void dismissAllButTheOwner() {
    var found = found();
    scene
        .site()
        .organizations()
        .save(
            new Organization(
                found.id(),
                found.name(),
                found.members().stream()
                    .filter(member -> member.userId().equals(scene.owner().id()))
                    .toList(),
                found.projects(),
                found.outbox(),
                found.origin(),
                found.createdAt(),
                found.updatedAt(),
                found.revision(),
                found.version()));
  }

  private Organization found() {
    return scene.site().organizations().find(Scopes.everything(), org()).orElseThrow();
  }

  private void join(Actor.Person person, Role role) {
    scene
        .site()
        .organizations()
        .save(Organizations.with(found()).member(person.id(), role).build());
  }
}
