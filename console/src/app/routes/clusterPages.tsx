import { NewClusterPage } from "@/features/cluster/create/NewClusterPage";
import { OrganizationClustersPage } from "@/features/cluster/list/OrganizationClustersPage";
import { paths } from "@/lib/paths";
import { useParams } from "@tanstack/react-router";

// From an address's ids to a page's properties.

export function OrganizationClusters() {
  const { orgId } = useParams({ from: `/shell${paths.organizationClusters}` });
  return <OrganizationClustersPage key={orgId} orgId={orgId} />;
}

export function NewCluster() {
  const { orgId, projectId } = useParams({ from: `/shell${paths.newCluster}` });
  return <NewClusterPage key={projectId} orgId={orgId} projectId={projectId} />;
}
