package eu.eutlas.http;

import static eu.eutlas.domain.organization.Role.ADMIN;
import static eu.eutlas.domain.organization.Role.MEMBER;
import static eu.eutlas.domain.organization.Role.OWNER;
import static eu.eutlas.domain.organization.Role.READER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.organization.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what: every route, walked by everybody. What is expected stands here once more and is
 * not taken from the code; a route without a row fails.
 */
final class AuthorizationWalkTest {
  private static final Set<Role> ALL = Set.of(OWNER, ADMIN, MEMBER, READER);
  private static final Set<Role> WORKERS = Set.of(OWNER, ADMIN, MEMBER);
  private static final Set<Role> ADMINS = Set.of(OWNER, ADMIN);

  /** Who is let in by a route. */
  private sealed interface Door {}

  /** Everybody. */
  private record Open() implements Door {}

  /** Who is logged in, verified or not. */
  private record LoggedIn() implements Door {}

  /** Who is verified. */
  private record Verified() implements Door {}

  /** Who runs the installation. */
  private record Administrators() implements Door {}

  /** Members of the organization with one of the roles. */
  private record Members(Set<Role> roles) implements Door {}

  private static final Map<String, Door> DOORS =
      Map.ofEntries(
          Map.entry("POST /auth/signup", new Open()),
          Map.entry("POST /auth/login", new Open()),
          Map.entry("POST /auth/refresh", new Open()),
          Map.entry("POST /auth/verify-email", new Open()),
          Map.entry("POST /auth/resend-verification", new Open()),
          Map.entry("GET /dev/outbox", new Open()),
          Map.entry("GET /dev/outbox/{mailId}", new Open()),
          Map.entry("POST /auth/logout", new LoggedIn()),
          Map.entry("GET /users/me", new LoggedIn()),
          Map.entry("POST /orgs", new Verified()),
          Map.entry("GET /orgs", new Verified()),
          Map.entry("GET /plans", new Verified()),
          Map.entry("GET /regions", new Verified()),
          Map.entry("GET /mongodb-versions", new Verified()),
          Map.entry("GET /orgs/{orgId}", new Members(ALL)),
          Map.entry("GET /orgs/{orgId}/events", new Members(ALL)),
          Map.entry("GET /orgs/{orgId}/events/stream", new Members(ALL)),
          Map.entry("GET /orgs/{orgId}/clusters", new Members(ALL)),
          Map.entry("GET /orgs/{orgId}/projects", new Members(ALL)),
          Map.entry("POST /orgs/{orgId}/projects", new Members(ADMINS)),
          Map.entry("GET /orgs/{orgId}/projects/{projectId}", new Members(ALL)),
          Map.entry("DELETE /orgs/{orgId}/projects/{projectId}", new Members(ADMINS)),
          Map.entry("GET /projects/{projectId}/clusters", new Members(ALL)),
          Map.entry("POST /projects/{projectId}/clusters", new Members(WORKERS)),
          Map.entry("GET /projects/{projectId}/clusters/{clusterId}", new Members(ALL)),
          Map.entry("PATCH /projects/{projectId}/clusters/{clusterId}", new Members(WORKERS)),
          Map.entry("DELETE /projects/{projectId}/clusters/{clusterId}", new Members(WORKERS)),
          Map.entry("POST /projects/{projectId}/clusters/{clusterId}/resize", new Members(WORKERS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/upgrade", new Members(WORKERS)),
          Map.entry("POST /projects/{projectId}/clusters/{clusterId}/pause", new Members(WORKERS)),
          Map.entry("POST /projects/{projectId}/clusters/{clusterId}/resume", new Members(WORKERS)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/credentials", new Members(WORKERS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/database-users",
              new Members(WORKERS)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/database-users", new Members(ALL)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/database-users/{username}",
              new Members(ALL)),
          Map.entry(
              "PATCH /projects/{projectId}/clusters/{clusterId}/database-users/{username}",
              new Members(WORKERS)),
          Map.entry(
              "DELETE /projects/{projectId}/clusters/{clusterId}/database-users/{username}",
              new Members(WORKERS)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/network/access-list",
              new Members(ALL)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/network/access-list",
              new Members(WORKERS)),
          Map.entry(
              "DELETE /projects/{projectId}/clusters/{clusterId}/network/access-list/{entryId}",
              new Members(WORKERS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/backups", new Members(WORKERS)),
          Map.entry("GET /projects/{projectId}/clusters/{clusterId}/backups", new Members(ALL)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/backups/{backupId}",
              new Members(ALL)),
          Map.entry(
              "DELETE /projects/{projectId}/clusters/{clusterId}/backups/{backupId}",
              new Members(ADMINS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/restore",
              new Members(WORKERS)),
          Map.entry(
              "PUT /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/hold",
              new Members(ADMINS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/prove",
              new Members(WORKERS)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/download",
              new Members(WORKERS)),
          Map.entry(
              "GET /projects/{projectId}/clusters/{clusterId}/backup-policy", new Members(ALL)),
          Map.entry(
              "PUT /projects/{projectId}/clusters/{clusterId}/backup-policy", new Members(WORKERS)),
          Map.entry("GET /network/my-ip", new LoggedIn()),
          Map.entry("GET /admin/regions", new Administrators()),
          Map.entry("PUT /admin/regions/{regionId}/maintenance", new Administrators()),
          Map.entry("GET /admin/unknown-resources", new Administrators()),
          Map.entry("GET /admin/installation", new Administrators()),
          Map.entry("POST /admin/installation/resume", new Administrators()),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/credentials/rotate",
              new Members(WORKERS)),
          Map.entry(
              "POST /projects/{projectId}/clusters/{clusterId}/connection-test",
              new Members(WORKERS)),
          Map.entry("GET /projects/{projectId}/clusters/{clusterId}/operations", new Members(ALL)),
          Map.entry("GET /projects/{projectId}/clusters/{clusterId}/events", new Members(ALL)),
          Map.entry("GET /operations/{operationId}", new Members(ALL)),
          Map.entry("POST /operations/{operationId}/retry", new Members(WORKERS)),
          Map.entry("POST /operations/{operationId}/cancel", new Members(WORKERS)));

  /** Who is let in learns that the operation of the tenant has ended well, and its cluster runs. */
  private static final Map<String, String> REFUSED_BY_STATE =
      Map.of(
          "POST /projects/{projectId}/clusters/{clusterId}/resume", "NOT_PAUSED",
          "POST /operations/{operationId}/retry", "NOT_FAILED",
          "POST /operations/{operationId}/cancel", "TOO_LATE");

  private static Api api;

  /** Where nothing happens, so that every change shows. */
  private static Tenant tenant;

  /** Where members do what they may. */
  private static Tenant busy;

  private static Api.Person stranger;
  private static Api.Person unverified;
  private static final Map<Role, Api.Person> MEMBERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void populate() {
    api = Api.start();
    var owner = api.verified();
    tenant = Tenant.of(api, owner);
    busy = Tenant.of(api, owner);
    MEMBERS.put(OWNER, owner);
    for (var role : List.of(ADMIN, MEMBER, READER)) {
      var person = api.verified();
      api.join(tenant.org(), person, role);
      api.join(busy.org(), person, role);
      MEMBERS.put(role, person);
    }
    stranger = api.verified();
    Tenant.of(api, stranger);
    unverified = api.unverified();
    api.join(tenant.org(), unverified, OWNER);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void everyRouteHasADoorAndEveryDoorARoute() {
    assertThat(Routes.all())
        .extracting(Route::name)
        .containsExactlyInAnyOrderElementsOf(DOORS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> nobodyComesInUnlessTheDoorIsOpen() {
    return Routes.all().stream()
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> nobody(route)));
  }

  @TestFactory
  Stream<DynamicTest> whoIsNotVerifiedSeesOnlyThemselves() {
    return closed().map(route -> DynamicTest.dynamicTest(route.name(), () -> unverified(route)));
  }

  @TestFactory
  Stream<DynamicTest> strangersFindNothing() {
    return ofMembers().map(route -> DynamicTest.dynamicTest(route.name(), () -> stranger(route)));
  }

  @TestFactory
  Stream<DynamicTest> membersDoWhatTheirRoleAllowsAndNothingElse() {
    return ofMembers()
        .flatMap(route ->
            MEMBERS.keySet().stream()
                .map(role ->
                    DynamicTest.dynamicTest(
                        route.name() + " as " + role, () -> member(route, role))));
  }

  @TestFactory
  Stream<DynamicTest> onlyAdministratorsDoWhatIsForThem() {
    return closed()
        .filter(route -> door(route) instanceof Administrators)
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> owner(route)));
  }

  /** The owner of an organization is no administrator for that. */
  private static void owner(Route route) {
    var reply = Calls.send(stranger.client(), route, tenant, api);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("FORBIDDEN");
  }

  private static Stream<Route> closed() {
    return Routes.all().stream().filter(route -> !(door(route) instanceof Open));
  }

  private static Stream<Route> ofMembers() {
    return Routes.all().stream().filter(route -> door(route) instanceof Members);
  }

  private static Door door(Route route) {
    var door = DOORS.get(route.name());
    assertThat(door).as(route.name()).isNotNull();
    return door;
  }

  private static void nobody(Route route) {
    var reply = Calls.send(api.nobody(), route, tenant, api);

    if (door(route) instanceof Open) {
      assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    } else {
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
      assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  private static void unverified(Route route) {
    var person = door(route) instanceof LoggedIn ? api.unverified() : unverified;

    var reply = Calls.send(person.client(), route, tenant, api);

    if (door(route) instanceof LoggedIn) {
      assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    } else {
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("EMAIL_NOT_VERIFIED");
    }
  }

  private static void stranger(Route route) {
    var before = tenant.snapshot();

    var reply = Calls.send(stranger.client(), route, tenant, api);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
    assertThat(tenant.snapshot()).isEqualTo(before);
  }

  /** Whether the next role can do the same to the same things. */
  private static boolean isRepeatable(Route route) {
    return !route.httpMethod().equals("DELETE")
        && (route.httpMethod().equals("GET")
            || Stream.of("/database-users", "/access-list").noneMatch(route.path()::contains))
        && !route.name().endsWith("/backups")
        && Stream.of("/resize", "/upgrade", "/rotate", "/pause").noneMatch(route.path()::endsWith);
  }

  private static void member(Route route, Role role) {
    var client = MEMBERS.get(role);
    assertThat(client).isNotNull();
    if (door(route) instanceof Members(var roles) && roles.contains(role)) {
      var target = isRepeatable(route) ? busy : busy.expendable(route);
      var reply = Calls.send(client.client(), route, target, api);
      if (REFUSED_BY_STATE.containsKey(route.name())) {
        assertThat(reply.code()).isEqualTo(REFUSED_BY_STATE.get(route.name()));
      } else {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
      }
    } else {
      var before = tenant.snapshot();
      var reply = Calls.send(client.client(), route, tenant, api);
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.code()).isEqualTo("FORBIDDEN");
      assertThat(tenant.snapshot()).isEqualTo(before);
    }
  }
}
