import type { Cluster, Operation } from "@/api/types";
import { RelativeTime } from "@/components/RelativeTime";
import { clusterKeys, markDeleted } from "@/features/cluster/queries";
import { eventKeys } from "@/features/event/queries";
import { NextAttempt } from "@/features/operation/NextAttempt";
import { OperationError } from "@/features/operation/OperationError";
import { operationKeys, operationUnderWayQuery } from "@/features/operation/queries";
import { typeWords } from "@/features/operation/words";
import { Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

interface Props {
  readonly cluster: Cluster;
  /** Whether the page tells of ended operations itself. */
  readonly listed?: boolean;
}

/** What is being done to a cluster, or what left it FAILED; nothing where there is neither. */
export function OperationUnderWay({ cluster, listed = false }: Props) {
  const { operation } = cluster;
  if (operation?.state === "RUNNING") {
    return <Followed cluster={cluster} begun={operation} />;
  }
  return operation === null || listed ? null : <Ended operation={operation} />;
}

function Followed({ cluster, begun }: { readonly cluster: Cluster; readonly begun: Operation }) {
  const { data: operation = begun } = useQuery(operationUnderWayQuery(begun.id));
  const client = useQueryClient();
  const ended = operation.state !== "RUNNING";
  const deleted = operation.type === "DELETE" && operation.state === "SUCCEEDED";

  useEffect(() => {
    if (deleted) {
      markDeleted(client, cluster.id);
    }
    if (ended) {
      for (const queryKey of [
        clusterKeys.all,
        ...(deleted ? [] : [operationKeys.ofCluster(cluster.id), eventKeys.ofCluster(cluster.id)]),
      ]) {
        void client.invalidateQueries({ queryKey });
      }
    }
  }, [ended, deleted, client, cluster.id]);

  return <Running operation={operation} />;
}

function Running({ operation }: { readonly operation: Operation }) {
  const { doing } = typeWords(operation.type);
  return (
    <Paper withBorder p="md" component="section" aria-label="What is being done">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text fw={550}>{doing}</Text>
          <Text size="sm" c="dimmed" ff="monospace">
            {operation.progress} %
          </Text>
        </Group>
        <Progress value={operation.progress} size="sm" aria-label={doing} transitionDuration={300} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {operation.step}
          </Text>
          <Text size="sm" c="dimmed">
            {operation.attempts > 0 ? `Attempt ${operation.attempts + 1} of ${operation.maxAttempts}, begun ` : "Begun "}
            <RelativeTime at={operation.startedAt} />
          </Text>
        </Group>
        {operation.waitsFor !== null && <Text size="sm">{operation.waitsFor}</Text>}
        {operation.error !== null && (
          <OperationError operation={operation} error={operation.error} title={`Attempt ${operation.attempts} failed`} />
        )}
        <NextAttempt at={operation.nextAttemptAt} />
      </Stack>
    </Paper>
  );
}

function Ended({ operation }: { readonly operation: Operation }) {
  return operation.state === "FAILED" && operation.error !== null ? (
    <OperationError operation={operation} error={operation.error} title={typeWords(operation.type).failed} />
  ) : null;
}
