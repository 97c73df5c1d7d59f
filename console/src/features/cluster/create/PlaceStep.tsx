import type { MongoVersion, Region } from "@/api/types";
import { ChoiceCards } from "@/components/form/ChoiceCards";
import { healthLook } from "@/features/cluster/create/health";
import type { ClusterValues } from "@/features/cluster/create/schema";
import { dayText } from "@/lib/amounts";
import { Badge, Stack } from "@mantine/core";
import type { UseFormReturn } from "react-hook-form";

interface Props {
  readonly form: UseFormReturn<ClusterValues>;
  readonly regions: readonly Region[];
  readonly versions: readonly MongoVersion[];
}

export function PlaceStep({ form, regions, versions }: Props) {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Stack gap="xl">
      <ChoiceCards
        form={form}
        name="region"
        label="Where should it run?"
        choices={regions.map(({ id, name, location, health, capabilities, maintenance, full }) => {
          const { word, color, means } = healthLook(health);
          return {
            value: id,
            title: name,
            beside: (
              <Badge variant="light" color={color} radius="sm" tt="none" fw={500}>
                {word}
              </Badge>
            ),
            about: (
              <>
                {location}
                {means !== undefined && <div>{means}</div>}
                {maintenance !== null && <div>In maintenance, it takes no orders. {maintenance.reason}</div>}
                {full && <div>Full: it has no room for another cluster.</div>}
                {capabilities.includes("THROW_AWAY_CLUSTERS") && <div>For trying out: plans set no limits here.</div>}
              </>
            ),
          };
        })}
      />
      <ChoiceCards
        form={form}
        name="mongoVersion"
        label="Which MongoDB?"
        choices={versions.map(({ version, default: usual, endOfLife }) => {
          const over = endOfLife < today;
          return {
            value: version,
            title: `MongoDB ${version}`,
            beside: (usual || over) && (
              <Badge variant="light" color={over ? "orange" : "accent"} radius="sm" tt="none" fw={500}>
                {over ? "End of life" : "Default"}
              </Badge>
            ),
            about: over
              ? `No longer supported by MongoDB since ${dayText(endOfLife)}.`
              : `Supported until ${dayText(endOfLife)}.`,
          };
        })}
      />
    </Stack>
  );
}
