package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.json.JsonRequest;
import java.util.Optional;

/** The cluster that is wanted; protection from deletion is off unless asked for. */
record CreateClusterRequest(
    ClusterName name,
    PlanId plan,
    RegionId region,
    MongoVersion mongoVersion,
    Optional<Labels> labels,
    Optional<Boolean> deletionProtection)
    implements JsonRequest {
  CreateCluster.Command command(ProjectId project, Optional<OriginKey> origin) {
    var settings =
        new ClusterSettings(labels.orElse(Labels.NONE), deletionProtection.orElse(false));
    return new CreateCluster.Command(project, name, plan, region, mongoVersion, settings, origin);
  }
}
