package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.http.dev.OutboxView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The API over a world of its own, with the first steps of every story. */
final class Api implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final HttpSettings SETTINGS =
      new HttpSettings(World.PUBLIC, true, Duration.ofMillis(200));

  private final World world;
  private final Server server;

  private Api(World world, Server server) {
    this.world = world;
    this.server = server;
  }

  static Api start() {
    return start(SETTINGS, Optional.of(new Mails()));
  }

  static Api start(HttpSettings settings, Optional<OutboxView> outbox) {
    var world = new World();
    try {
      return new Api(world, Server.start(world, settings, outbox));
    } catch (Exception e) {
      world.close();
      throw new IllegalStateException("The server does not start.", e);
    }
  }

  World world() {
    return world;
  }

  /** One more node over the same stores, with a server of its own. */
  AnotherNode anotherNode() {
    var eutlas = world.anotherNode();
    try {
      return new AnotherNode(eutlas, Server.start(world, eutlas, SETTINGS));
    } catch (Exception e) {
      eutlas.close();
      throw new IllegalStateException("The other server does not start.", e);
    }
  }

  record AnotherNode(Eutlas eutlas, Server server) implements AutoCloseable {
    Client as(Person person) {
      return new Client(server.address(), person.client.token());
    }

    @Override
    public void close() {
      try {
        server.close();
      } catch (Exception e) {
        throw new IllegalStateException("The other server does not stop.", e);
      } finally {
        eutlas.close();
      }
    }
  }

  Client nobody() {
    return new Client(server.address(), Optional.empty());
  }

  /** A person with an account and an open session. */
  record Person(UserId id, String email, Client client) {}

  /** Somebody who has signed up and logged in, and has not verified the address. */
  Person unverified() {
    var email = "person" + NUMBERS.incrementAndGet() + "@example.org";
    var signedUp =
        nobody()
            .post("/auth/signup", Map.of("email", email, "password", PASSWORD, "name", "A Person"));
    assertThat(signedUp.status()).as(signedUp.body()).isEqualTo(201);
    return new Person(
        new UserId(signedUp.text("userId")), email, nobody().as(logIn(email).text("accessToken")));
  }

  Person verified() {
    var person = unverified();
    var verified = nobody().post("/auth/verify-email", Map.of("token", mailedToken(person.email)));
    assertThat(verified.status()).as(verified.body()).isEqualTo(200);
    return person;
  }

  Client.Reply logIn(String email) {
    return nobody().post("/auth/login", Map.of("email", email, "password", PASSWORD));
  }

  String mailedToken(String email) {
    await().until(() -> !world.mailer().letters(new Email(email)).isEmpty());
    var link = world.mailer().letters(new Email(email)).getLast().variables().get("link");
    assertThat(link).isNotNull();
    var text = link.reveal();
    return text.substring(text.indexOf("token=") + "token=".length());
  }

  String org(Person owner) {
    return created(owner.client.post("/orgs", Map.of("name", "An Organization")));
  }

  String project(Person owner, String org) {
    return created(
        owner.client.post(
            "/orgs/" + org + "/projects", Map.of("name", "Project " + NUMBERS.incrementAndGet())));
  }

  /** The path of a new cluster that is READY. */
  String cluster(Person owner, String project) {
    var ordered = order(owner, project);
    var operation = ordered.json().path("operation").path("id").asText();
    var ended = owner.client.get("/operations/" + operation + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("SUCCEEDED");
    return "/projects/" + project + "/clusters/" + ordered.text("id");
  }

  static Map<String, Object> role(String role, String database) {
    return Map.of("role", role, "database", database);
  }

  /** A database user that can log in, in the cluster at the path. */
  void databaseUser(Person owner, String path, String username) {
    var ordered =
        owner.client.post(
            path + "/database-users",
            Map.of("username", username, "roles", List.of(role("readWrite", "shop"))));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    var ended = owner.client.get(ordered.header("Location") + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("SUCCEEDED");
  }

  /** Lets a range in to the cluster. */
  void accessEntry(Person owner, String path, String cidr) {
    var ordered = owner.client.post(path + "/network/access-list", Map.of("cidr", cidr));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    var ended = owner.client.get(ordered.header("Location") + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("SUCCEEDED");
  }

  /** Takes a backup of the cluster, and gives its id when it is whole. */
  String backup(Person owner, String path) {
    var ordered = owner.client.post(path + "/backups");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> owner.client.get(ordered.header("Location")).text("state"), "COMPLETED"::equals);
    return ordered.text("id");
  }

  Client.Reply order(Person owner, String project) {
    var ordered =
        owner.client.post(
            "/projects/" + project + "/clusters", aCluster("c-" + NUMBERS.incrementAndGet()));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    return ordered;
  }

  static Map<String, Object> aCluster(String name) {
    return Map.of("name", name, "plan", "DEV", "region", "local", "mongoVersion", "7.0");
  }

  /** Puts a person into an organization, as an invitation will. */
  void join(String org, Person person, Role role) {
    change(org, members -> members.add(new Member(person.id, role, Instant.now())));
  }

  /** Takes a person out of an organization. */
  void expel(String org, Person person) {
    change(org, members -> members.removeIf(member -> member.userId().equals(person.id)));
  }

  int waitingRequests() {
    return server.waitingRequests();
  }

  private void change(String org, Consumer<List<Member>> change) {
    var repository = world.organizations();
    var id = new OrgId(org);
    await()
        .until(() -> {
          var found = repository.find(new Scope.Orgs(Set.of(id)), id).orElseThrow();
          var members = new ArrayList<>(found.members());
          change.accept(members);
          return repository.save(withMembers(found, members)) == SaveResult.SAVED;
        });
  }

  private static Organization withMembers(Organization org, List<Member> members) {
    return new Organization(
        org.id(),
        org.name(),
        members,
        org.projects(),
        org.outbox(),
        org.origin(),
        org.createdAt(),
        org.updatedAt(),
        org.revision(),
        org.version());
  }

  private static String created(Client.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.text("id");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("The server does not stop.", e);
    } finally {
      world.close();
    }
  }
}
