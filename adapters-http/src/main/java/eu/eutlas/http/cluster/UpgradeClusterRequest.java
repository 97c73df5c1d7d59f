package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.http.json.JsonRequest;

/** The version that is wanted instead. */
record UpgradeClusterRequest(MongoVersion mongoVersion) implements JsonRequest {}
