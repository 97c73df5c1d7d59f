import { may } from "@/api/permissions";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton } from "@/components/links";
import { ClusterList } from "@/features/cluster/list/ClusterList";
import { useFilter } from "@/features/cluster/list/useFilter";
import { clustersQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { paths } from "@/lib/paths";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Database, Plus } from "lucide-react";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
}

/** The clusters of one project. */
export function ProjectClusters({ orgId, projectId }: Props) {
  const narrowing = useFilter();
  const organization = useQuery(organizationQuery(orgId));
  const clusters = useInfiniteQuery(clustersQuery(projectId, narrowing.filter));
  const mayCreate = may("createCluster", organization.data);

  return (
    <ClusterList
      query={clusters}
      narrowing={narrowing}
      empty={
        <EmptyState
          icon={Database}
          title={mayCreate ? "Now, create a cluster" : "No cluster yet"}
          action={
            mayCreate && (
              <LinkButton to={paths.newCluster} params={{ orgId, projectId }} leftSection={<Plus size={16} aria-hidden />}>
                Create a cluster
              </LinkButton>
            )
          }
        >
          {mayCreate
            ? "A cluster is a MongoDB of your own, with its user, its password and an address to connect to. Choose a plan, a region and a name; the rest is done for you."
            : "Your role in this organization is to read. Ask an owner, an administrator or a member to create one."}
        </EmptyState>
      }
    />
  );
}
