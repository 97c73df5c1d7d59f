import type { Cluster } from "@/api/types";
import { CopyText } from "@/components/CopyText";
import { Fact, Facts } from "@/components/Facts";
import { RelativeTime } from "@/components/RelativeTime";
import { Section } from "@/components/Section";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { ClusterPart } from "@/features/cluster/details/ClusterPart";
import { LabelBadges } from "@/features/cluster/details/LabelBadges";
import { PlanFacts } from "@/features/cluster/details/PlanFacts";
import { catalogueQuery } from "@/features/cluster/queries";
import { dayText } from "@/lib/amounts";
import { SimpleGrid, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

/** What a cluster is. */
export function OverviewPart(address: ClusterAddress) {
  return (
    <ClusterPart {...address}>
      {(cluster) => (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" verticalSpacing="md">
          <Where cluster={cluster} />
          <Section title="Plan">
            <PlanFacts id={cluster.plan} />
          </Section>
          <Labels cluster={cluster} />
          <Record cluster={cluster} />
        </SimpleGrid>
      )}
    </ClusterPart>
  );
}

/** The catalogue only makes it nicer to read: without it, ids stand for themselves. */
function Where({ cluster }: { readonly cluster: Cluster }) {
  const { data: catalogue } = useQuery(catalogueQuery);
  const region = catalogue?.regions.find(({ id }) => id === cluster.region);
  const version = catalogue?.versions.find((each) => each.version === cluster.mongoVersion);
  return (
    <Section title="Database">
      <Facts>
        <Fact name="Endpoint">
          {cluster.endpoint === null ? (
            <Text span inherit c="dimmed">
              {cluster.state === "CREATING" ? "Known as soon as the cluster is ready" : "None"}
            </Text>
          ) : (
            <CopyText what="the endpoint" value={cluster.endpoint.members.join(",")} />
          )}
        </Fact>
        <Fact name="MongoDB">
          {cluster.mongoVersion}
          {version !== undefined && (
            <Text span inherit c="dimmed">
              , supported until {dayText(version.endOfLife)}
            </Text>
          )}
        </Fact>
        <Fact name="Region">{region?.name ?? cluster.region}</Fact>
        <Fact name="Protection">{cluster.deletionProtection ? "Protected from deletion" : "Can be deleted"}</Fact>
      </Facts>
    </Section>
  );
}

function Labels({ cluster: { labels } }: { readonly cluster: Cluster }) {
  return (
    <Section title="Labels">
      {Object.keys(labels).length === 0 ? (
        <Text size="sm" c="dimmed">
          None. Labels such as team or stage help to find clusters; they are edited in the settings.
        </Text>
      ) : (
        <LabelBadges labels={labels} />
      )}
    </Section>
  );
}

function Record({ cluster: { id, projectId, createdAt, updatedAt } }: { readonly cluster: Cluster }) {
  return (
    <Section title="Record">
      <Facts>
        <Fact name="Created">
          <RelativeTime at={createdAt} />
        </Fact>
        <Fact name="Changed">
          <RelativeTime at={updatedAt} />
        </Fact>
        <Fact name="Cluster id">
          <CopyText what="the cluster's id" value={id} />
        </Fact>
        <Fact name="Project id">
          <CopyText what="the project's id" value={projectId} />
        </Fact>
      </Facts>
    </Section>
  );
}
