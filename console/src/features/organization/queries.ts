import { api, body, list } from "@/api/client";
import { isOrganization } from "@/api/shapes";
import { queryOptions } from "@tanstack/react-query";

export const organizationKeys = {
  all: ["organization"],
  list: () => [...organizationKeys.all, "list"],
  one: (orgId: string) => [...organizationKeys.all, "one", orgId],
} as const;

/** The first hundred, by name. Nobody is a member of more yet. */
export const organizationsQuery = queryOptions({
  queryKey: organizationKeys.list(),
  queryFn: ({ signal }) => list(api.GET("/orgs", { params: { query: { limit: 100 } }, signal }), isOrganization),
});

export function organizationQuery(orgId: string) {
  return queryOptions({
    queryKey: organizationKeys.one(orgId),
    queryFn: ({ signal }) => body(api.GET("/orgs/{orgId}", { params: { path: { orgId } }, signal }), isOrganization),
  });
}
