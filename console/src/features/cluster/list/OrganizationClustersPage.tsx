import { EmptyState } from "@/components/EmptyState";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ListSkeleton } from "@/components/Skeletons";
import { ClusterList } from "@/features/cluster/list/ClusterList";
import { useFilter } from "@/features/cluster/list/useFilter";
import { organizationClustersQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { projectsQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Database } from "lucide-react";

/** All clusters of an organization, whichever project they are in. */
export function OrganizationClustersPage({ orgId }: { readonly orgId: string }) {
  const narrowing = useFilter();
  const organization = useQuery(organizationQuery(orgId));
  const projects = useQuery(projectsQuery(orgId));
  const clusters = useInfiniteQuery(organizationClustersQuery(orgId, narrowing.filter));

  return (
    <Page
      title="Clusters"
      above={[
        <TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>,
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
      ]}
      lead="Every cluster of the organization, in whichever project it is."
    >
      <Loaded
        query={organization}
        waiting={<ListSkeleton what="The organization is being read" />}
        failed="The organization could not be read"
      >
        {() => (
          <ClusterList
            query={clusters}
            narrowing={narrowing}
            projects={projects.data?.items ?? []}
            empty={
              <EmptyState
                icon={Database}
                title="No cluster yet"
                action={
                  <LinkButton to={paths.organization} params={{ orgId }}>
                    Go to the projects
                  </LinkButton>
                }
              >
                Clusters are created in a project: choose one, or create the first.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}
