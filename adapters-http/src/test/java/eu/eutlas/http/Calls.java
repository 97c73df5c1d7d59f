package eu.eutlas.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A good request for each route. */
final class Calls {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private Calls() {}

  static Client.Reply send(Client client, Route route, Tenant tenant, Api api) {
    var path = path(route, tenant);
    if (path.endsWith("/stream")) {
      return status(client, path);
    }
    var body = body(route, api);
    return client.send(
        body.isEmpty()
            ? client.request(route.httpMethod(), path)
            : client.request(route.httpMethod(), path, Client.write(body)));
  }

  static String path(Route route, Tenant tenant) {
    return route
        .path()
        .replace("{orgId}", tenant.org())
        .replace("{projectId}", tenant.project())
        .replace("{clusterId}", tenant.cluster())
        .replace("{username}", Tenant.DATABASE_USER)
        .replace("{regionId}", "local")
        .replace("{backupId}", tenant.backup())
        .replace("{entryId}", Tenant.ACCESS_ENTRY)
        .replace("{operationId}", tenant.operation())
        .replace("{mailId}", Mails.ID);
  }

  /** A good body; empty for routes that take none. */
  static Map<String, Object> body(Route route, Api api) {
    var number = NUMBERS.incrementAndGet();
    return switch (route.name()) {
      case "POST /auth/signup" ->
          Map.of(
              "email",
              "walker" + number + "@example.org",
              "password",
              Api.PASSWORD,
              "name",
              "A Walker");
      case "POST /auth/login" ->
          Map.of("email", api.unverified().email(), "password", Api.PASSWORD);
      case "POST /auth/refresh" ->
          Map.of("refreshToken", api.logIn(api.unverified().email()).text("refreshToken"));
      case "POST /auth/verify-email" -> Map.of("token", api.mailedToken(api.unverified().email()));
      case "POST /auth/resend-verification" -> Map.of("email", "nobody@example.org");
      case "POST /orgs" -> Map.of("name", "Organization " + number);
      case "POST /orgs/{orgId}/projects" -> Map.of("name", "Walked " + number);
      case "POST /projects/{projectId}/clusters" -> Api.aCluster("walked-" + number);
      case "PATCH /projects/{projectId}/clusters/{clusterId}" ->
          Map.of("labels", Map.of("walk", String.valueOf(number)));
      case "POST /projects/{projectId}/clusters/{clusterId}/resize" -> Map.of("plan", "SMALL");
      case "POST /projects/{projectId}/clusters/{clusterId}/upgrade" ->
          Map.of("mongoVersion", "8.0");
      case "POST /projects/{projectId}/clusters/{clusterId}/database-users" ->
          Map.of("username", "walker" + number, "roles", List.of(Api.role("read", "shop")));
      case "PATCH /projects/{projectId}/clusters/{clusterId}/database-users/{username}" ->
          Map.of("roles", List.of(Api.role("dbAdmin", "shop")));
      case "POST /projects/{projectId}/clusters/{clusterId}/network/access-list" ->
          Map.of("cidr", "198.51.100." + number % 256);
      case "POST /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/restore" ->
          Map.of("newCluster", Map.of("name", "restored-" + number));
      case "PUT /projects/{projectId}/clusters/{clusterId}/backups/{backupId}/hold" ->
          Map.of("held", true, "reason", "walk " + number);
      case "PUT /projects/{projectId}/clusters/{clusterId}/backup-policy" ->
          Map.of(
              "enabled", true, "intervalHours", 24, "retention", Map.of("days", 1 + number % 365));
      case "PUT /admin/regions/{regionId}/maintenance" -> Map.of("on", false);
      default -> Map.of();
    };
  }

  /** A stream has no end, so only its beginning is looked at. */
  private static Client.Reply status(Client client, String path) {
    var reply = client.send(client.request("GET", path), HttpResponse.BodyHandlers.ofInputStream());
    try (var body = reply.body()) {
      var text =
          reply.statusCode() == 200 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
      return new Client.Reply(reply.statusCode(), reply.headers(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
