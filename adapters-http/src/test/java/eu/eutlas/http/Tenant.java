package eu.eutlas.http;

import java.util.List;

/** An organization with a project and a READY cluster in it. */
record Tenant(
    Api api,
    Api.Person owner,
    String org,
    String project,
    String cluster,
    String operation,
    String backup) {

  /** The name of the one that its cluster has. */
  static final String DATABASE_USER = "reporter";

  /** The id of the one in its cluster's access list. */
  static final String ACCESS_ENTRY = "192.0.2.0-24";

  static Tenant of(Api api, Api.Person owner) {
    var org = api.org(owner);
    var project = api.project(owner, org);
    return inProject(api, owner, org, project);
  }

  private static Tenant inProject(Api api, Api.Person owner, String org, String project) {
    var path = api.cluster(owner, project);
    var operation = owner.client().get(path + "/operations").json().at("/items/0/id").asText();
    api.databaseUser(owner, path, DATABASE_USER);
    api.accessEntry(owner, path, ACCESS_ENTRY.replace('-', '/'));
    var backup = api.backup(owner, path);
    return new Tenant(
        api, owner, org, project, path.substring(path.lastIndexOf('/') + 1), operation, backup);
  }

  /** The path of the cluster. */
  String path() {
    return "/projects/" + project + "/clusters/" + cluster;
  }

  /** The same with things that may be deleted. */
  Tenant expendable(Route route) {
    return route.path().contains("clusterId")
        ? inProject(api, owner, org, project)
        : new Tenant(api, owner, org, api.project(owner, org), cluster, operation, backup);
  }

  /** Everything that a request could have changed. */
  List<String> snapshot() {
    var client = owner.client();
    return List.of(
        client.get("/orgs/" + org).body(),
        client.get("/orgs/" + org + "/projects").body(),
        client.get("/projects/" + project + "/clusters").body(),
        client.get(path()).body(),
        client.get(path() + "/database-users").body(),
        client.get(path() + "/network/access-list").body(),
        client.get(path() + "/backups").body(),
        client.get(path() + "/backup-policy").body(),
        client.get("/orgs/" + org + "/events?limit=1").body());
  }
}
