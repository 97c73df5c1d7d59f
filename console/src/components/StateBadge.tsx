import type { Cluster } from "@/api/types";
import { type ClusterState, lookOf } from "@/components/states";
import classes from "@/components/StateBadge.module.css";
import { Badge } from "@mantine/core";

/** A state by colour and by word. What moves, pulses, unless one wants less motion. */
export function StateBadge({ state }: { readonly state: ClusterState | Cluster["state"] }) {
  const { word, color, moving } = lookOf(state);
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<span className={classes.dot} data-moving={moving || undefined} aria-hidden />}
    >
      {word}
    </Badge>
  );
}
