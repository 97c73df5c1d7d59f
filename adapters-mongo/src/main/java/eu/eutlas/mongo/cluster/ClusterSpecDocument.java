package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Values;
import org.bson.BsonDocument;

/** What is wanted of a cluster, inside its document. */
final class ClusterSpecDocument {
  private ClusterSpecDocument() {}

  static BsonDocument toBson(ClusterSpec spec) {
    var document =
        new DocumentWriter()
            .put("generation", spec.generation())
            .put("plan", spec.plan().value())
            .put("resources", resources(spec.resources()))
            .put("region", spec.region().value())
            .put("mongoVersion", spec.mongoVersion().value())
            .put("admin", ClusterUsersDocument.login(spec.admin()))
            .putAll("access", spec.access().entries(), ClusterSpecDocument::entry);
    return ClusterUsersDocument.write(spec.users(), document).done();
  }

  static ClusterSpec fromBson(DocumentReader stored) {
    return new ClusterSpec(
        stored.number("generation"),
        new PlanId(stored.text("plan")),
        stored.document("resources", ClusterSpecDocument::resources),
        new RegionId(stored.text("region")),
        new MongoVersion(stored.text("mongoVersion")),
        stored.document("admin", ClusterUsersDocument::login),
        ClusterUsersDocument.read(stored),
        access(stored));
  }

  /** Absent in documents that are older than access lists. */
  private static AccessList access(DocumentReader stored) {
    return new AccessList(stored.findDocuments("access", ClusterSpecDocument::entry));
  }

  private static BsonDocument entry(AccessEntry entry) {
    return new DocumentWriter()
        .put("range", entry.range().value())
        .put("comment", entry.comment().value())
        .put("expiresAt", entry.expiresAt().map(Values::value))
        .done();
  }

  private static AccessEntry entry(DocumentReader stored) {
    return new AccessEntry(
        new Cidr(stored.text("range")),
        new AccessComment(stored.text("comment")),
        stored.findTime("expiresAt"));
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
}
