import type { Cluster, Project } from "@/api/types";
import { PagedList } from "@/components/PagedList";
import { ListSkeleton } from "@/components/Skeletons";
import { ClusterTable } from "@/features/cluster/list/ClusterTable";
import { Filters } from "@/features/cluster/list/Filters";
import type { useFilter } from "@/features/cluster/list/useFilter";
import { Button, Paper, Stack, Text } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

/** Fewer than this are found by looking. */
const HANDFUL = 6;

interface Props {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Cluster[] }>>;
  readonly narrowing: ReturnType<typeof useFilter>;
  readonly projects?: readonly Project[] | undefined;
  /** What stands there while there is no cluster at all. */
  readonly empty: ReactNode;
}

/** A list of clusters that can be narrowed, and goes on where one page ends. */
export function ClusterList({ query, narrowing, projects, empty }: Props) {
  const { filter, narrowed, narrow } = narrowing;
  // Counts up, so that what was typed into the filters goes when all is to be shown.
  const [cleared, setCleared] = useState(0);
  const many = narrowed || query.hasNextPage || (query.data?.pages[0]?.items.length ?? 0) >= HANDFUL;
  const nothingLikeThat = (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs">
        <Text role="status">No cluster matches.</Text>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            setCleared(cleared + 1);
            narrow({ state: undefined, q: "" });
          }}
        >
          Show all
        </Button>
      </Stack>
    </Paper>
  );

  return (
    <Stack gap="sm">
      {many && <Filters key={cleared} filter={filter} narrow={narrow} first={cleared === 0 ? (filter.q ?? "") : ""} />}
      <PagedList
        query={query}
        waiting={<ListSkeleton what="The clusters are being read" />}
        failed="The clusters could not be read"
        more="Show more"
        empty={narrowed ? nothingLikeThat : empty}
      >
        {(clusters) => <ClusterTable clusters={clusters} projects={projects} />}
      </PagedList>
    </Stack>
  );
}
