import { api, body } from "@/api/client";
import { isCluster } from "@/api/shapes";
import type { CreateClusterRequest } from "@/api/types";

export function createCluster(projectId: string, request: CreateClusterRequest, key: string) {
  const params = { path: { projectId }, header: { "Idempotency-Key": key } };
  return body(api.POST("/projects/{projectId}/clusters", { params, body: request }), isCluster);
}
