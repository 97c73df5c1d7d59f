import { may } from "@/api/permissions";
import type { Organization } from "@/api/types";
import { watchedClustersQuery } from "@/app/home/glance";
import { ErrorState } from "@/components/ErrorState";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { ListSkeleton } from "@/components/Skeletons";
import { ProjectList } from "@/features/organization/ProjectList";
import { projectsQuery } from "@/features/project/queries";
import { counted } from "@/lib/amounts";
import { paths } from "@/lib/paths";
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";

const SHOWN = 5;

interface Props {
  readonly organization: Organization;
  /** Whether to offer its first project here; not where the page says so already. */
  readonly offerFirst: boolean;
}

/** One organization on the start page: its newest projects, with what is in them. */
export function OrganizationGlance({ organization, offerFirst }: Props) {
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
            <Paper p="md" bd="1px solid var(--eutlas-line)">
              <Group justify="space-between" gap="sm">
                <Text size="sm" c="dimmed">
                  No project yet.
                </Text>
                {offerFirst && may("createProject", organization) && (
                  <LinkButton to={paths.newProject} params={{ orgId: id }} variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />}>
                    Create a project
                  </LinkButton>
                )}
              </Group>
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
