import { api, body, done } from "@/api/client";
import { isProject } from "@/api/shapes";
import type { CreateProjectRequest } from "@/api/types";

export function createProject(orgId: string, request: CreateProjectRequest, key: string) {
  const params = { path: { orgId }, header: { "Idempotency-Key": key } };
  return body(api.POST("/orgs/{orgId}/projects", { params, body: request }), isProject);
}

export function deleteProject(orgId: string, projectId: string) {
  return done(api.DELETE("/orgs/{orgId}/projects/{projectId}", { params: { path: { orgId, projectId } } }));
}
