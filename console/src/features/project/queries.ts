import { api, body, list } from "@/api/client";
import { isProject } from "@/api/shapes";
import { queryOptions } from "@tanstack/react-query";

export const projectKeys = {
  all: ["project"],
  list: (orgId: string) => [...projectKeys.all, "list", orgId],
  one: (orgId: string, projectId: string) => [...projectKeys.all, "one", orgId, projectId],
} as const;

export function projectsQuery(orgId: string) {
  return queryOptions({
    queryKey: projectKeys.list(orgId),
    queryFn: ({ signal }) =>
      list(api.GET("/orgs/{orgId}/projects", { params: { path: { orgId }, query: { limit: 100 } }, signal }), isProject),
  });
}

export function projectQuery(orgId: string, projectId: string) {
  return queryOptions({
    queryKey: projectKeys.one(orgId, projectId),
    queryFn: ({ signal }) =>
      body(api.GET("/orgs/{orgId}/projects/{projectId}", { params: { path: { orgId, projectId } }, signal }), isProject),
  });
}
