import { Problem } from "@/api/problem";
import type { Cluster } from "@/api/types";
import { TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { PageSkeleton } from "@/components/Skeletons";
import { StateBadge } from "@/components/StateBadge";
import { TabLink, TabLinks } from "@/components/TabLinks";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { ClusterGone } from "@/features/cluster/details/ClusterGone";
import { ConnectButton } from "@/features/cluster/details/ConnectButton";
import { ProtectionMark } from "@/features/cluster/details/ProtectionMark";
import { StateNote } from "@/features/cluster/details/StateNote";
import { clusterQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { projectQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface Props extends ClusterAddress {
  /** What is being done to it. */
  readonly underWay: (cluster: Cluster) => ReactNode;
  /** The part that is looked at. */
  readonly children: ReactNode;
}

/** Around every page of one cluster: its name and state, what is being done to it, its parts. */
export function ClusterFrame({ orgId, projectId, clusterId, underWay, children }: Props) {
  const address = { orgId, projectId, clusterId };
  const organization = useQuery(organizationQuery(orgId));
  const project = useQuery(projectQuery(orgId, projectId));
  const cluster = useQuery(clusterQuery(projectId, clusterId));
  const gone = (cluster.error instanceof Problem && cluster.error.code === "NOT_FOUND") || cluster.data?.state === "DELETED";
  const known = gone ? undefined : cluster.data;

  return (
    <Page
      title={cluster.data?.name ?? "Cluster"}
      above={[
        <TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>,
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
        <TextLink key="project" to={paths.project} params={{ orgId, projectId }}>
          {project.data?.name ?? "Project"}
        </TextLink>,
      ]}
      beside={
        known !== undefined && (
          <>
            <StateBadge state={known.state} />
            {known.deletionProtection && <ProtectionMark />}
          </>
        )
      }
      actions={known !== undefined && connectable(known) && <ConnectButton address={address} cluster={known} />}
    >
      {gone ? (
        <ClusterGone orgId={orgId} projectId={projectId} name={cluster.data?.name} />
      ) : (
        <Loaded query={cluster} waiting={<PageSkeleton what="The cluster is being read" />} failed="The cluster could not be read">
          {(data) => (
            <Stack gap="lg">
              {underWay(data)}
              <StateNote cluster={data} />
              <TabLinks label="Parts of the cluster">
                <TabLink to={paths.cluster} params={address} activeOptions={{ exact: true }}>
                  Overview
                </TabLink>
                <TabLink to={paths.clusterOperations} params={address}>
                  Operations
                </TabLink>
                <TabLink to={paths.clusterEvents} params={address}>
                  Events
                </TabLink>
                <TabLink to={paths.clusterSettings} params={address}>
                  Settings
                </TabLink>
              </TabLinks>
              {children}
            </Stack>
          )}
        </Loaded>
      )}
    </Page>
  );
}

/** Now, or soon by itself. */
function connectable({ state }: Cluster): boolean {
  return state !== "DELETING" && state !== "FAILED";
}
