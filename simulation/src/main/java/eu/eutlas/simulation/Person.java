package eu.eutlas.simulation;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.identity.LogIn;
import eu.eutlas.application.identity.SignUp;
import eu.eutlas.application.identity.SignedIn;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Caller;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who uses EUTLAS: what they know of it is what they were answered. */
final class Person {
  private static final Secret PASSWORD = new Secret("a lamp in every window");

  private static final int REMEMBERED = 20;

  private final World world;
  private final String name;
  private final Email email;
  private final List<OrgId> organizations = new ArrayList<>();
  private final List<Home> projects = new ArrayList<>();
  private final List<Address> clusters = new ArrayList<>();
  private final List<OperationId> operations = new ArrayList<>();
  private Optional<SignedIn> login = Optional.empty();
  private boolean verified;
  private long requests;
  private long keys;

  Person(World world, String name) {
    this.world = world;
    this.name = name;
    this.email = new Email(name + "@example.org");
  }

  /** A project with its organization. */
  record Home(OrgId org, ProjectId project) {}

  String name() {
    return name;
  }

  List<OrgId> organizations() {
    return organizations;
  }

  List<Home> projects() {
    return projects;
  }

  List<Address> clusters() {
    return clusters;
  }

  void knows(OrgId org) {
    addOnce(organizations, org);
  }

  void knows(Home home) {
    addOnce(projects, home);
  }

  void knows(Address cluster) {
    addOnce(clusters, cluster);
  }

  void knows(OperationId operation) {
    addOnce(operations, operation);
    if (operations.size() > REMEMBERED) {
      operations.removeFirst();
    }
  }

  List<OperationId> operations() {
    return operations;
  }

  void forgets(ClusterId cluster) {
    clusters.removeIf(known -> known.cluster().equals(cluster));
  }

  /** An idempotency key that this person has never used. */
  String newKey() {
    return "key-" + ++keys;
  }

  private static <T> void addOnce(List<T> all, T one) {
    if (!all.contains(one)) {
      all.add(one);
    }
  }

  /** Who the person is to a node, if they are let in; otherwise they do what it takes to be. */
  Optional<Actor.Person> enter(Life life) {
    var actor =
        login.flatMap(signedIn ->
            done(life.eutlas().identity().authenticate().handle(signedIn.accessToken(), caller())));
    if (actor.isEmpty()) {
      logIn(life);
    } else if (!actor.get().verified()) {
      verify(life);
      login = Optional.empty();
    }
    return actor.filter(Actor.Person::verified);
  }

  private void logIn(Life life) {
    var identity = life.eutlas().identity();
    var command = new LogIn.Command(email, PASSWORD, ClientKind.PROGRAM);
    login = done(identity.logIn().handle(guest(), command));
    if (login.isEmpty()) {
      var unused =
          identity
              .signUp()
              .handle(
                  guest(),
                  new SignUp.Command(
                      email, new NewPassword(PASSWORD), new PersonName(name), Optional.empty()));
    }
  }

  private void verify(Life life) {
    var letters = world.post().letters(email);
    var identity = life.eutlas().identity();
    if (letters.isEmpty() || world.luck().of(0.2)) {
      identity.resendVerification().handle(guest(), email);
      return;
    }
    var link =
        Optional.ofNullable(letters.getLast().variables().get("link"))
            .map(Secret::reveal)
            .orElse("=");
    var token = new Secret(link.substring(link.indexOf('=') + 1));
    verified |= done(identity.verifyEmail().handle(guest(), token)).isPresent();
  }

  /** Whether the account is theirs for good. */
  boolean isVerified() {
    return verified;
  }

  private Actor.Guest guest() {
    return new Actor.Guest(caller());
  }

  private Caller caller() {
    return new Caller("192.0.2.1", "simulation", new CorrelationId(name + "-" + ++requests));
  }

  private static <T> Optional<T> done(Outcome<T> outcome) {
    return outcome instanceof Outcome.Done<T>(var value) ? Optional.of(value) : Optional.empty();
  }
}
