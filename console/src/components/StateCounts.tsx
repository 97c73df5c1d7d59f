import type { Cluster } from "@/api/types";
import { lookOf } from "@/components/states";
import { Badge, Group } from "@mantine/core";

/** How many clusters are in which state; those that want somebody first. */
export function StateCounts({ states }: { readonly states: readonly Cluster["state"][] }) {
  const counts = new Map<Cluster["state"], number>();
  for (const state of states) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => weight(a) - weight(b));
  return (
    <Group gap={6}>
      {sorted.map(([state, count]) => {
        const { word, color } = lookOf(state);
        return (
          <Badge key={state} variant="light" color={color} radius="sm" tt="none" fw={500}>
            {count} {word.toLowerCase()}
          </Badge>
        );
      })}
    </Group>
  );
}

const ORDER = ["red", "orange", "yellow", "blue", "green", "gray"];

function weight(state: string): number {
  return ORDER.indexOf(lookOf(state).color);
}
