package eu.eutlas.simulation;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Origins;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One request of one person to one node, with what they think they know. Every answer is held
 * against what they may see.
 */
record Visit(World world, People people, Person person, Actor.Person actor, Life life) {
  private static final double WRONG = 0.06;

  Eutlas eutlas() {
    return life.eutlas();
  }

  Chance luck() {
    return world.luck();
  }

  /** An organization: mostly an own one, sometimes another's. */
  Optional<OrgId> someOrganization() {
    return some(person.organizations(), Person::organizations);
  }

  Optional<Person.Home> someProject() {
    return some(person.projects(), Person::projects);
  }

  /** A cluster: mostly an own one, which may be gone, sometimes another's, sometimes nonsense. */
  Optional<Address> someCluster() {
    if (luck().of(WRONG / 2)) {
      return someProject()
          .map(home -> new Address(home.project(), new ClusterId("0123456789abcdef01234567")));
    }
    return some(person.clusters(), Person::clusters);
  }

  /** An own cluster that failed: nobody keeps those. */
  Optional<Address> failedCluster() {
    return person.clusters().stream().filter(this::isFailed).findFirst();
  }

  /** An own cluster that is paused, if there is one, or any. */
  Optional<Address> somePausedCluster() {
    return someClusterThat(cluster -> cluster.state() instanceof ClusterState.Paused);
  }

  /** An own cluster that is ready and has users whom somebody ordered, if there is one, or any. */
  Optional<Address> someClusterWithUsers() {
    return someClusterThat(cluster ->
        cluster.state() instanceof ClusterState.Ready
            && !cluster.spec().users().ordered().isEmpty());
  }

  /** An own cluster that is ready, if there is one, or any. */
  Optional<Address> someReadyCluster() {
    return someClusterThat(cluster -> cluster.state() instanceof ClusterState.Ready);
  }

  private Optional<Address> someClusterThat(Predicate<Cluster> fits) {
    var such =
        person.clusters().stream()
            .filter(address -> cluster(address).filter(fits).isPresent())
            .toList();
    return such.isEmpty() || luck().of(2 * WRONG) ? someCluster() : Optional.of(luck().one(such));
  }

  /** A cluster as it is in truth. */
  Optional<Cluster> cluster(Address address) {
    return Optional.ofNullable(world.ledger().lives().all().get(address.cluster().value()));
  }

  /** What left an own cluster failed. */
  Optional<OperationId> failedOperation() {
    return failedCluster()
        .flatMap(this::cluster)
        .flatMap(cluster -> cluster.status().operation())
        .map(Operation::id);
  }

  /** An operation: mostly an own one, which may have ended, sometimes another's. */
  Optional<OperationId> someOperation() {
    return some(person.operations(), Person::operations);
  }

  private boolean isFailed(Address address) {
    return cluster(address)
        .filter(cluster -> cluster.state() instanceof ClusterState.Failed)
        .isPresent();
  }

  private <T> Optional<T> some(List<T> own, Function<Person, List<T>> of) {
    var known = luck().of(WRONG) ? of.apply(luck().one(people.all())) : own;
    return known.isEmpty() ? Optional.empty() : Optional.of(luck().one(known));
  }

  /** Where the person belongs, in truth. */
  private Set<OrgId> home() {
    return world.ledger().places().homeOf(actor.id());
  }

  /**
   * Takes an answer about one thing.
   *
   * @param orgOf the tenant that the thing is of
   */
  <T> Optional<T> answered(String what, Outcome<T> outcome, Function<T, OrgId> orgOf) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> {
        seen(what, orgOf.apply(value));
        world.trace(person.name(), what, life.name(), value);
        yield Optional.of(value);
      }
      case Outcome.Refused<T>(var refusal) -> {
        refused(what, refusal);
        yield Optional.empty();
      }
    };
  }

  /** Takes an answer about many. */
  <T> List<T> answeredAll(String what, Outcome<List<T>> outcome, Function<T, OrgId> orgOf) {
    return switch (outcome) {
      case Outcome.Done<List<T>>(var values) -> {
        values.forEach(value -> seen(what, orgOf.apply(value)));
        world.trace(person.name(), what, life.name(), values);
        yield values;
      }
      case Outcome.Refused<List<T>>(var refusal) -> {
        refused(what, refusal);
        yield List.of();
      }
    };
  }

  private void refused(String what, Refusal refusal) {
    world.trace(person.name(), what, life.name(), refusal);
  }

  private void seen(String what, OrgId org) {
    if (!home().contains(org)) {
      throw Invariant.NOBODY_SEES_ANOTHER_TENANT.broken(
          org, person.name() + " was let into another's organization by: " + what);
    }
  }

  /** The person was told that a change of a cluster was accepted. */
  void accepted(Cluster cluster) {
    person.knows(new Address(cluster.projectId(), cluster.id()));
    cluster.running().ifPresent(this::accepted);
    people.answered(cluster);
    world.ledger().lives().answered(cluster);
  }

  /** The person was told that an operation was accepted. */
  void accepted(Operation operation) {
    if (operation.isRunning()) {
      person.knows(operation.id());
      world.ledger().lives().promised(operation);
    }
  }

  /** The person was told that an operation was taken back. */
  void cancelled(Operation operation) {
    var ended = world.ledger().lives().ended().get(operation.id().value());
    if (ended == null || ended.state() != OperationState.CANCELLED) {
      throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
          operation.clusterId(), "An operation that was taken back goes on.");
    }
  }

  /** The person reads a cluster: what was answered before must be in it. */
  void read(Cluster cluster, Optional<Long> least) {
    least
        .filter(revision -> cluster.revision().value() < revision)
        .ifPresent(revision -> {
          throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
              cluster.id(),
              "A change that was answered is lost: revision %d after %d."
                  .formatted(cluster.revision().value(), revision));
        });
  }

  /** A key that makes this request and its repetitions one. */
  Optional<OriginKey> origin(String route, String key, String body) {
    return Optional.of(Origins.of(person.name(), route, key, body, world.clockwork().instant()));
  }

  ProjectId nowhere() {
    return new ProjectId("ffffffffffffffffffffffff");
  }
}
