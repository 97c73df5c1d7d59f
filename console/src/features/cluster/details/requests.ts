import { api, body, bodyWithRevision } from "@/api/client";
import { isCluster, isConnectionTest, isCredentials } from "@/api/shapes";
import type { UpdateClusterRequest } from "@/api/types";
import type { ClusterAddress } from "@/features/cluster/details/address";

/** Changes the cluster as long as nobody else has since the given revision. */
export function updateCluster(
  { projectId, clusterId }: ClusterAddress,
  request: UpdateClusterRequest,
  revision: string | undefined,
) {
  const header = revision === undefined ? {} : { "If-Match": revision };
  const params = { path: { projectId, clusterId }, header };
  return bodyWithRevision(api.PATCH("/projects/{projectId}/clusters/{clusterId}", { params, body: request }), isCluster);
}

export function deleteCluster({ projectId, clusterId }: ClusterAddress) {
  return body(api.DELETE("/projects/{projectId}/clusters/{clusterId}", { params: { path: { projectId, clusterId } } }), isCluster);
}

/** Each call is an event that others see. */
export function readCredentials({ projectId, clusterId }: ClusterAddress) {
  return body(
    api.GET("/projects/{projectId}/clusters/{clusterId}/credentials", { params: { path: { projectId, clusterId } } }),
    isCredentials,
  );
}

export function testConnection({ projectId, clusterId }: ClusterAddress) {
  return body(
    api.POST("/projects/{projectId}/clusters/{clusterId}/connection-test", { params: { path: { projectId, clusterId } } }),
    isConnectionTest,
  );
}
