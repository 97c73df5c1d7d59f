import { CopyText } from "@/components/CopyText";
import { TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { RelativeTime } from "@/components/RelativeTime";
import { ListSkeleton } from "@/components/Skeletons";
import { organizationQuery } from "@/features/organization/queries";
import { projectQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
}

/** One project. */
export function ProjectPage({ orgId, projectId }: Props) {
  const organization = useQuery(organizationQuery(orgId));
  const project = useQuery(projectQuery(orgId, projectId));
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
    >
      <Loaded query={project} waiting={<ListSkeleton what="The project is being read" />} failed="The project could not be read">
        {({ createdAt }) => (
          <Text c="dimmed" size="sm">
            Created <RelativeTime at={createdAt} />
          </Text>
        )}
      </Loaded>
    </Page>
  );
}
