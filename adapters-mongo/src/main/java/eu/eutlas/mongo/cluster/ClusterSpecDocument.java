package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import org.bson.BsonDocument;

/** What is wanted of a cluster, inside its document. */
final class ClusterSpecDocument {
  private ClusterSpecDocument() {}

  static BsonDocument toBson(ClusterSpec spec) {
    return new DocumentWriter()
        .put("generation", spec.generation())
        .put("plan", spec.plan().value())
        .put("resources", resources(spec.resources()))
        .put("region", spec.region().value())
        .put("mongoVersion", spec.mongoVersion().value())
        .put("admin", login(spec.admin()))
        .put("customer", login(spec.customer()))
        .done();
  }

  static ClusterSpec fromBson(DocumentReader stored) {
    return new ClusterSpec(
        stored.number("generation"),
        new PlanId(stored.text("plan")),
        stored.document("resources", ClusterSpecDocument::resources),
        new RegionId(stored.text("region")),
        new MongoVersion(stored.text("mongoVersion")),
        stored.document("admin", ClusterSpecDocument::login),
        stored.document("customer", ClusterSpecDocument::login));
  }

  private static BsonDocument resources(Resources resources) {
    return new DocumentWriter()
        .put("cpuMillis", resources.cpuMillis())
        .put("memoryMegabytes", resources.memoryMegabytes())
        .put("storageGigabytes", resources.storageGigabytes())
        .put("members", resources.members())
        .done();
  }

  private static Resources resources(DocumentReader resources) {
    return new Resources(
        resources.integer("cpuMillis"),
        resources.integer("memoryMegabytes"),
        resources.integer("storageGigabytes"),
        resources.integer("members"));
  }

  private static BsonDocument login(DatabaseLogin login) {
    return new DocumentWriter()
        .put("username", login.username())
        .put("password", login.password().text())
        .put("version", login.version())
        .done();
  }

  private static DatabaseLogin login(DocumentReader login) {
    return new DatabaseLogin(
        login.text("username"), new SealedSecret(login.text("password")), login.integer("version"));
  }
}
