import type { Cluster } from "@/api/types";
import { CardLink, CardList } from "@/components/CardList";
import { RelativeTime } from "@/components/RelativeTime";
import { StateBadge } from "@/components/StateBadge";
import { paths } from "@/lib/paths";
import { Stack, Title } from "@mantine/core";

/** The clusters that somebody should look at. */
export function Attention({ clusters }: { readonly clusters: readonly Cluster[] }) {
  const ill = clusters.filter(({ state }) => state === "FAILED" || state === "DEGRADED");
  return ill.length === 0 ? null : (
    <Stack gap="xs" component="section">
      <Title order={2}>Wants your attention</Title>
      <CardList label="Clusters that want attention">
        {ill.map(({ id, orgId, projectId, name, state, stateMessage, updatedAt }) => (
          <CardLink
            key={id}
            to={paths.cluster}
            params={{ orgId, projectId, clusterId: id }}
            title={name}
            about={
              <>
                {stateMessage ?? "Look at its operations for what happened."} · <RelativeTime at={updatedAt} />
              </>
            }
            beside={<StateBadge state={state} />}
          />
        ))}
      </CardList>
    </Stack>
  );
}
