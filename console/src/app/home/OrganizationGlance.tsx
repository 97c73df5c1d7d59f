import type { Organization } from "@/api/types";
import { watchedClustersQuery } from "@/app/home/glance";
import { ErrorState } from "@/components/ErrorState";
import { TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { ListSkeleton } from "@/components/Skeletons";
import { ProjectList } from "@/features/organization/ProjectList";
import { projectsQuery } from "@/features/project/queries";
import { counted } from "@/lib/amounts";
import { paths } from "@/lib/paths";
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

const SHOWN = 5;

/** One organization on the start page: its newest projects, with what is in them. */
export function OrganizationGlance({ organization }: { readonly organization: Organization }) {
  const { id, name } = organization;
  const projects = useQuery(projectsQuery(id));
  const glance = useQuery(watchedClustersQuery(organization));
  const total = projects.data?.items.length ?? 0;

  return (
    <Stack gap="xs" component="section" aria-label={name}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Title order={2} miw={0}>
          <TextLink to={paths.organization} params={{ orgId: id }} inherit c="inherit" style={{ overflowWrap: "anywhere" }}>
            {name}
          </TextLink>
        </Title>
        {glance.data !== undefined && glance.data.clusters.length > 0 && (
          <TextLink to={paths.organizationClusters} params={{ orgId: id }} size="sm" style={{ flex: "none" }}>
            {glance.data.whole ? counted(glance.data.clusters.length, "cluster") : "All clusters"}
          </TextLink>
        )}
      </Group>
      {glance.error !== null && (
        <ErrorState error={glance.error} what={`The clusters of ${name} could not be read`} retry={glance.refetch} />
      )}
      <Loaded query={projects} waiting={<ListSkeleton what={`The projects of ${name} are being read`} />} failed={`The projects of ${name} could not be read`}>
        {({ items }) =>
          items.length === 0 ? (
            <Paper withBorder p="md">
              <Text size="sm" c="dimmed">
                No project yet.
              </Text>
            </Paper>
          ) : (
            <>
              <ProjectList
                projects={[...items].sort((a, b) => b.createdAt.localeCompare(a.createdAt)).slice(0, SHOWN)}
                clusters={glance.data?.whole === true ? glance.data.clusters : undefined}
              />
              {total > SHOWN && (
                <Text size="sm">
                  <TextLink to={paths.organization} params={{ orgId: id }} inherit>
                    All {counted(total, "project")}
                  </TextLink>
                </Text>
              )}
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}
