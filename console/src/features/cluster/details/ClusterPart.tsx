import type { Revised } from "@/api/client";
import type { Cluster } from "@/api/types";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { clusterQuery } from "@/features/cluster/queries";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface Props extends ClusterAddress {
  readonly children: (cluster: Cluster & Revised) => ReactNode;
}

/** A part of a cluster's page. The frame around it tells how reading goes; here it has been read. */
export function ClusterPart({ projectId, clusterId, children }: Props) {
  const { data } = useQuery(clusterQuery(projectId, clusterId));
  return data === undefined ? null : children(data);
}
