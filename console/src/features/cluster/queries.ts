import { api, bodyWithRevision, list, type Revised } from "@/api/client";
import { isCluster, isMongoVersion, isPlan, isRegion } from "@/api/shapes";
import type { Cluster } from "@/api/types";
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";

// Credentials have no key: each look is an event, so they are read by a mutation, and never again by
// themselves.
export const clusterKeys = {
  all: ["cluster"],
  ofOrganization: (orgId: string) => [...clusterKeys.all, "ofOrganization", orgId],
  list: (projectId: string) => [...clusterKeys.all, "list", projectId],
  one: (clusterId: string) => [...clusterKeys.all, "one", clusterId],
} as const;

/** What narrows a list of clusters. */
export interface ClusterFilter {
  readonly state?: Cluster["state"] | undefined;
  /** A part of the name. */
  readonly q?: string | undefined;
}

const GLANCE_PAGES = 3;
const FIRST: string | undefined = undefined;

/** The clusters of a project, the newest first, page by page. */
export function clustersQuery(projectId: string, filter: ClusterFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...clusterKeys.list(projectId), filter],
    queryFn: ({ signal, pageParam }) =>
      list(
        api.GET("/projects/{projectId}/clusters", {
          params: { path: { projectId }, query: { ...asked(filter), sort: "-createdAt", ...from(pageParam) } },
          signal,
        }),
        isCluster,
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The clusters of an organization, the newest first, page by page. */
export function organizationClustersQuery(orgId: string, filter: ClusterFilter = {}) {
  return infiniteQueryOptions({
    queryKey: [...clusterKeys.ofOrganization(orgId), filter],
    queryFn: ({ signal, pageParam }) =>
      list(
        api.GET("/orgs/{orgId}/clusters", {
          params: { path: { orgId }, query: { ...asked(filter), sort: "-createdAt", ...from(pageParam) } },
          signal,
        }),
        isCluster,
      ),
    initialPageParam: FIRST,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** The names that a project's clusters have, all of them: a project has a few hundred at most. */
export function clusterNamesQuery(projectId: string) {
  return queryOptions({
    queryKey: [...clusterKeys.list(projectId), "names"],
    queryFn: async ({ signal }) => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const params = { path: { projectId }, query: { sort: "name", limit: 100, ...from(cursor) } } as const;
        const page = await list(api.GET("/projects/{projectId}/clusters", { params, signal }), isCluster);
        names.push(...page.items.map(({ name }) => name));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return names;
    },
  });
}

/** An organization's clusters at a glance: its newest few hundred, and whether these are all. */
export function organizationGlanceQuery(orgId: string) {
  return queryOptions({
    queryKey: [...clusterKeys.ofOrganization(orgId), "glance"],
    queryFn: async ({ signal }) => {
      const clusters: Cluster[] = [];
      let cursor: string | undefined;
      for (let pages = 0; pages < GLANCE_PAGES && (pages === 0 || cursor !== undefined); pages++) {
        const params = { path: { orgId }, query: { sort: "-createdAt", limit: 100, ...from(cursor) } } as const;
        const page = await list(api.GET("/orgs/{orgId}/clusters", { params, signal }), isCluster);
        clusters.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      }
      return { clusters, whole: cursor === undefined };
    },
  });
}

/** One cluster, with its revision for those who change it, and whether one is deleting it oneself. */
type KnownCluster = Cluster & Revised & { readonly leaving?: boolean };

export function clusterQuery(projectId: string, clusterId: string) {
  return queryOptions({
    queryKey: clusterKeys.one(clusterId),
    queryFn: ({ signal }): Promise<KnownCluster> =>
      bodyWithRevision(
        api.GET("/projects/{projectId}/clusters/{clusterId}", { params: { path: { projectId, clusterId } }, signal }),
        isCluster,
      ),
    // What is known to be gone, or on its way by one's own hand, is not asked for again.
    enabled: ({ state }) => state.data?.state !== "DELETED" && state.data?.leaving !== true,
  });
}

/** One is about to delete a cluster oneself, or could not. */
export function markLeaving(client: QueryClient, clusterId: string, leaving: boolean): void {
  client.setQueryData<KnownCluster>(clusterKeys.one(clusterId), (known) => known && { ...known, leaving });
}

/** The product has said that a cluster is gone. Pages that show it say so, without reading it. */
export function markDeleted(client: QueryClient, clusterId: string): void {
  client.setQueryData<Cluster>(clusterKeys.one(clusterId), (known) => known && { ...known, state: "DELETED" });
}

/** Everything that one can choose from. It changes when the installation does, so it is read rarely. */
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: async ({ signal }) => {
    const [plans, regions, versions] = await Promise.all([
      list(api.GET("/plans", { signal }), isPlan),
      list(api.GET("/regions", { signal }), isRegion),
      list(api.GET("/mongodb-versions", { signal }), isMongoVersion),
    ]);
    return { plans: plans.items, regions: regions.items, versions: versions.items };
  },
});

function asked({ state, q }: ClusterFilter) {
  return { ...(state !== undefined && { state }), ...(q !== undefined && { q }) };
}

function from(cursor: string | undefined) {
  return cursor === undefined ? {} : { cursor };
}
