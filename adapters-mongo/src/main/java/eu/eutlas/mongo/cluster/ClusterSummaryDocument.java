package eu.eutlas.mongo.cluster;

import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.operation.OperationDocument;
import java.util.List;
import org.bson.BsonDocument;

/** What people see of a cluster, read from a part of its document. */
final class ClusterSummaryDocument {
  private static final String MONGO_VERSION = "mongoVersion";
  private static final String SETTINGS = "settings";
  private static final String REASON = "reason";
  private static final String ENDPOINT = "endpoint";
  private static final String OPERATION = "operation";
  private static final String CREATED_AT = "createdAt";
  private static final String UPDATED_AT = "updatedAt";

  /** All that is read. The sealed passwords stay where they are. */
  static final List<String> FIELDS =
      List.of(
          ClusterDocument.ORG_ID,
          ClusterDocument.PROJECT_ID,
          ClusterDocument.NAME,
          ClusterDocument.PLAN,
          ClusterDocument.REGION,
          "spec." + MONGO_VERSION,
          SETTINGS,
          ClusterDocument.STATE,
          "status.state." + REASON,
          "status." + ENDPOINT,
          "status." + OPERATION,
          CREATED_AT,
          UPDATED_AT);

  private ClusterSummaryDocument() {}

  static ClusterSummary fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    var spec = stored.document("spec", part -> part);
    var status = stored.document("status", part -> part);
    var state = status.document("state", part -> part);
    return new ClusterSummary(
        new ClusterId(stored.text("_id")),
        new OrgId(stored.text(ClusterDocument.ORG_ID)),
        new ProjectId(stored.text(ClusterDocument.PROJECT_ID)),
        new ClusterName(stored.text(ClusterDocument.NAME)),
        new PlanId(spec.text("plan")),
        new RegionId(spec.text("region")),
        new MongoVersion(spec.text(MONGO_VERSION)),
        stored.document(SETTINGS, ClusterDocument::settings),
        state.word("name", ClusterState.Name.class),
        state.findText(REASON),
        status.findDocument(ENDPOINT, ClusterStatusDocument::endpoint),
        status.findDocument(OPERATION, OperationDocument::fromCluster),
        stored.time(CREATED_AT),
        stored.time(UPDATED_AT));
  }
}
