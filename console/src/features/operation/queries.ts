export const operationKeys = {
  all: ["operation"],
  ofCluster: (clusterId: string) => [...operationKeys.all, "ofCluster", clusterId],
} as const;
