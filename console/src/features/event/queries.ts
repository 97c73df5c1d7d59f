export const eventKeys = {
  all: ["event"],
  ofOrganization: (orgId: string) => [...eventKeys.all, "ofOrganization", orgId],
  ofCluster: (clusterId: string) => [...eventKeys.all, "ofCluster", clusterId],
} as const;
