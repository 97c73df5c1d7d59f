import type { Organization } from "@/api/types";
import { Attention } from "@/app/home/Attention";
import { watchedClustersQuery } from "@/app/home/glance";
import { NextStep } from "@/app/home/NextStep";
import { LiveOrganization } from "@/app/live/LiveOrganization";
import { OrganizationGlance } from "@/app/home/OrganizationGlance";
import { TextLink } from "@/components/links";
import { projectsQuery } from "@/features/project/queries";
import { counted } from "@/lib/amounts";
import { paths } from "@/lib/paths";
import { Stack, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";

/** As many as one takes in at a glance. */
const SHOWN = 4;

/** A browser opens six connections to a host, and each stream takes one: the others are asked about. */
const FOLLOWED = 2;

/** How things are where one is a member: what wants somebody, what comes next, what there is. */
export function Overview({ organizations }: { readonly organizations: readonly Organization[] }) {
  const shown = [...organizations].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, SHOWN);
  const projects = useQueries({ queries: shown.map(({ id }) => projectsQuery(id)) });
  const clusters = useQueries({ queries: shown.map(watchedClustersQuery) });
  const all = organizations.length === shown.length;
  const known = all && projects.every(({ data }) => data !== undefined) && clusters.every(({ data }) => data !== undefined);

  const found = projects.flatMap(({ data }) => data?.items ?? []);

  return (
    <Stack gap="xl">
      {shown.slice(0, FOLLOWED).map(({ id }) => (
        <LiveOrganization key={id} orgId={id} />
      ))}
      <Attention clusters={clusters.flatMap(({ data }) => data?.clusters ?? [])} />
      {known && (
        <NextStep
          organizations={shown}
          projects={found}
          hasCluster={clusters.some(({ data }) => (data?.clusters.length ?? 0) > 0)}
        />
      )}
      {shown.map((organization) => (
        <OrganizationGlance key={organization.id} organization={organization} offerFirst={found.length > 0} />
      ))}
      {!all && (
        <Text size="sm">
          <TextLink to={paths.organizations} inherit>
            All {counted(organizations.length, "organization")}
          </TextLink>
        </Text>
      )}
    </Stack>
  );
}
