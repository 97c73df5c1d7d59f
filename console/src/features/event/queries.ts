import { api, list } from "@/api/client";
import { isEvent } from "@/api/shapes";
import type { EventType, Severity } from "@/api/types";
import { infiniteQueryOptions } from "@tanstack/react-query";

export const eventKeys = {
  all: ["event"],
  ofOrganization: (orgId: string) => [...eventKeys.all, "ofOrganization", orgId],
  ofCluster: (clusterId: string) => [...eventKeys.all, "ofCluster", clusterId],
} as const;

/** What narrows a list of events. */
export interface EventFilter {
  readonly type?: EventType | undefined;
  readonly severity?: Severity | undefined;
}

const FIRST: string | undefined = undefined;

/** The events of a cluster, the newest first, page by page. */
export function eventsOfClusterQuery(projectId: string, clusterId: string, filter: EventFilter) {
  return infiniteQueryOptions({
    queryKey: [...eventKeys.ofCluster(clusterId), filter],
    queryFn: ({ signal, pageParam }) =>
      list(
        api.GET("/projects/{projectId}/clusters/{clusterId}/events", {
          params: { path: { projectId, clusterId }, query: asked(filter, pageParam) },
          signal,
        }),
        isEvent,
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The events of an organization, the newest first, page by page. */
export function eventsOfOrganizationQuery(orgId: string, filter: EventFilter) {
  return infiniteQueryOptions({
    queryKey: [...eventKeys.ofOrganization(orgId), filter],
    queryFn: ({ signal, pageParam }) =>
      list(api.GET("/orgs/{orgId}/events", { params: { path: { orgId }, query: asked(filter, pageParam) }, signal }), isEvent),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function asked({ type, severity }: EventFilter, cursor: string | undefined) {
  return {
    limit: 30,
    ...(type !== undefined && { type }),
    ...(severity !== undefined && { severity }),
    ...(cursor !== undefined && { cursor }),
  };
}
