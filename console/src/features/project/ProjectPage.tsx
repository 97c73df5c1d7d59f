import { may } from "@/api/permissions";
import { CopyText } from "@/components/CopyText";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ListSkeleton } from "@/components/Skeletons";
import { clustersQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { DeleteProject } from "@/features/project/DeleteProject";
import { projectQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
  /** What the project holds. */
  readonly children: ReactNode;
}

/** One project: its clusters, and its end. */
export function ProjectPage({ orgId, projectId, children }: Props) {
  const organization = useQuery(organizationQuery(orgId));
  const project = useQuery(projectQuery(orgId, projectId));
  const clusters = useInfiniteQuery(clustersQuery(projectId));
  const first = clusters.data?.pages[0]?.items;
  const holdsSome = first !== undefined && first.length > 0;

  return (
    <Page
      title={project.data?.name ?? "Project"}
      above={[
        <TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>,
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
      ]}
      beside={<CopyText what="the project's id" value={projectId} />}
      actions={
        holdsSome &&
        may("createCluster", organization.data) && (
          <LinkButton to={paths.newCluster} params={{ orgId, projectId }} leftSection={<Plus size={16} aria-hidden />}>
            Create a cluster
          </LinkButton>
        )
      }
    >
      <Loaded query={project} waiting={<ListSkeleton what="The project is being read" />} failed="The project could not be read">
        {(data) => (
          <>
            {children}
            {first !== undefined && may("deleteProject", organization.data) && (
              <DeleteProject project={data} empty={!holdsSome} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
