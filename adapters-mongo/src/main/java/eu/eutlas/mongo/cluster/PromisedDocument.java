package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.Documents;
import java.util.Map;

/**
 * What is promised to clusters that are alike in it, as the store counts them. The index holds all
 * of its fields, so no cluster has to be read for it.
 */
final class PromisedDocument {
  private static final String CPU = "spec.resources.cpuMillis";
  private static final String MEMORY = "spec.resources.memoryMegabytes";
  private static final String STORAGE = "spec.resources.storageGigabytes";
  private static final String MEMBERS = "spec.resources.members";

  static final Index INDEX =
      Index.on(
          ClusterDocument.REGION,
          ClusterDocument.DELETED,
          ClusterDocument.STATE,
          CPU,
          MEMORY,
          STORAGE,
          MEMBERS);

  static final Map<String, String> FIELDS =
      Map.of(
          "state",
          ClusterDocument.STATE,
          "cpu",
          CPU,
          "memory",
          MEMORY,
          "storage",
          STORAGE,
          "members",
          MEMBERS);

  private PromisedDocument() {}

  static Promised fromBson(Documents.Count counted) {
    var alike = DocumentReader.of(counted.alike());
    var each =
        new Resources(
            alike.integer("cpu"),
            alike.integer("memory"),
            alike.integer("storage"),
            alike.integer("members"));
    return Promised.to(alike.word("state", ClusterState.Name.class), each)
        .times(counted.documents());
  }
}
