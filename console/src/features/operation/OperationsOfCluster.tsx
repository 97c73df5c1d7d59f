import type { Operation } from "@/api/types";
import { CopyText } from "@/components/CopyText";
import { EmptyState } from "@/components/EmptyState";
import { PagedList } from "@/components/PagedList";
import { RelativeTime } from "@/components/RelativeTime";
import { ListSkeleton } from "@/components/Skeletons";
import { LookBadge } from "@/components/StateBadge";
import { NextAttempt } from "@/features/operation/NextAttempt";
import { OperationError } from "@/features/operation/OperationError";
import classes from "@/features/operation/OperationsOfCluster.module.css";
import { operationsOfClusterQuery } from "@/features/operation/queries";
import { operationLook, typeWords } from "@/features/operation/words";
import { useNow } from "@/lib/clock";
import { duration } from "@/lib/time";
import { Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";

interface Props {
  readonly projectId: string;
  readonly clusterId: string;
}

/** Everything that was asked of a cluster and took time, the newest first. */
export function OperationsOfCluster({ projectId, clusterId }: Props) {
  const operations = useInfiniteQuery(operationsOfClusterQuery(projectId, clusterId));
  return (
    <PagedList
      query={operations}
      waiting={<ListSkeleton what="The operations are being read" />}
      failed="The operations could not be read"
      more="Show earlier operations"
      empty={
        <EmptyState icon={ListChecks} title="No operations yet">
          What takes time, such as creating or deleting the cluster, is told here with each step and each attempt.
        </EmptyState>
      }
    >
      {(items) => (
        <Paper withBorder>
          <ul className={classes.list} aria-label="Operations">
            {items.map((operation) => (
              <li key={operation.id} className={classes.item}>
                <OperationDetails operation={operation} />
              </li>
            ))}
          </ul>
        </Paper>
      )}
    </PagedList>
  );
}

function OperationDetails({ operation }: { readonly operation: Operation }) {
  const { type, state, step, progress, error, actor, startedAt, correlationId } = operation;
  const title = typeWords(type).title;
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <Title order={2} size="h4">
            {title}
          </Title>
          <LookBadge look={operationLook(state)} />
        </Group>
        <Text size="sm" c="dimmed">
          <RelativeTime at={startedAt} />, <Lasting operation={operation} />
        </Text>
      </Group>
      {state === "RUNNING" && <Progress value={progress} size="sm" aria-label={title} />}
      <Text size="sm">
        {state === "SUCCEEDED" ? "" : `${step}. `}
        <Text span inherit c="dimmed">
          {`Asked for by ${actor.name}${actor.address === null ? "" : ` from ${actor.address}`}. ${attemptsInWords(operation)}`}
        </Text>
      </Text>
      <NextAttempt at={operation.nextAttemptAt} />
      {error !== null && <OperationError operation={operation} error={error} title={faultTitle(operation)} />}
      <Group gap={6} wrap="nowrap" className={classes.reference}>
        Reference
        <CopyText what={`the reference of ${title}`} value={correlationId} cut />
      </Group>
    </Stack>
  );
}

function Lasting({ operation: { startedAt, endedAt } }: { readonly operation: Operation }) {
  const now = useNow();
  return endedAt === null
    ? `for ${duration(new Date(startedAt), new Date(now))} so far`
    : `took ${duration(new Date(startedAt), new Date(endedAt))}`;
}

/** The product counts the attempts that failed. */
function attemptsInWords({ state, attempts, maxAttempts }: Operation): string {
  if (state === "RUNNING") {
    return `Attempt ${attempts + 1} of ${maxAttempts}.`;
  }
  return attempts === 0 ? "No attempt failed." : `${attempts} of ${maxAttempts} attempts failed.`;
}

function faultTitle({ type, state, attempts }: Operation): string {
  return state === "FAILED" ? typeWords(type).failed : `Attempt ${attempts} failed`;
}
