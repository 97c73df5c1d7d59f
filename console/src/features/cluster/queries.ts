// Credentials have no key: each look is an event, so they are read by a mutation, and never again by
// themselves.
export const clusterKeys = {
  all: ["cluster"],
  list: (projectId: string) => [...clusterKeys.all, "list", projectId],
  one: (clusterId: string) => [...clusterKeys.all, "one", clusterId],
} as const;
