/** Where a cluster is. */
export interface ClusterAddress {
  readonly orgId: string;
  readonly projectId: string;
  readonly clusterId: string;
}
