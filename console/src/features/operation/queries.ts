import { api, body, list } from "@/api/client";
import { isOperation } from "@/api/shapes";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";

export const operationKeys = {
  all: ["operation"],
  ofCluster: (clusterId: string) => [...operationKeys.all, "ofCluster", clusterId],
  one: (operationId: string) => [...operationKeys.all, "one", operationId],
} as const;

const FIRST: string | undefined = undefined;

/** The operations of a cluster, the newest first, page by page. */
export function operationsOfClusterQuery(projectId: string, clusterId: string) {
  return infiniteQueryOptions({
    queryKey: operationKeys.ofCluster(clusterId),
    queryFn: ({ signal, pageParam }) =>
      list(
        api.GET("/projects/{projectId}/clusters/{clusterId}/operations", {
          params: { path: { projectId, clusterId }, query: { limit: 20, ...(pageParam !== undefined && { cursor: pageParam }) } },
          signal,
        }),
        isOperation,
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The answer comes when the operation has ended, or after so many seconds. */
const WAIT_SECONDS = 2;
const AFTER_MILLIS = 250;
const AFTER_FAULT_MILLIS = 5000;

/**
 * An operation that is under way, asked about again and again: of its steps there are no events, and
 * of its end one hears here even without the event stream.
 */
export function operationUnderWayQuery(operationId: string) {
  return queryOptions({
    queryKey: operationKeys.one(operationId),
    queryFn: ({ signal }) =>
      body(api.GET("/operations/{operationId}", { params: { path: { operationId }, query: { waitSeconds: WAIT_SECONDS } }, signal }), isOperation),
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) =>
      state.status === "error" ? AFTER_FAULT_MILLIS : state.data?.state === "RUNNING" || state.data === undefined ? AFTER_MILLIS : false,
  });
}
