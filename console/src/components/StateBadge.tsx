import type { Cluster } from "@/api/types";
import { type ClusterState, lookOf, type StateLook } from "@/components/states";
import classes from "@/components/StateBadge.module.css";
import { Badge } from "@mantine/core";

/** A cluster's state by colour and by word. */
export function StateBadge({ state }: { readonly state: ClusterState | Cluster["state"] }) {
  return <LookBadge look={lookOf(state)} />;
}

/** Any state by colour and by word. What moves, pulses, unless one wants less motion. */
export function LookBadge({ look }: { readonly look: StateLook }) {
  return (
    <Badge
      variant="light"
      color={look.color}
      radius="sm"
      tt="none"
      fw={500}
      leftSection={<span className={classes.dot} data-moving={look.moving || undefined} aria-hidden />}
    >
      {look.word}
    </Badge>
  );
}
