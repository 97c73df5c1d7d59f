package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.http.json.JsonRequest;

/** The plan that is wanted instead. */
record ResizeClusterRequest(PlanId plan) implements JsonRequest {}
