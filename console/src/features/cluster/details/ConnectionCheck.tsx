import type { ConnectionTest } from "@/api/types";
import { ErrorState } from "@/components/ErrorState";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { testConnection } from "@/features/cluster/details/requests";
import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert, Zap } from "lucide-react";

/** Has EUTLAS connect as one's program would, and tells how it went. */
export function ConnectionCheck({ address }: { readonly address: ClusterAddress }) {
  const test = useMutation({ mutationFn: () => testConnection(address) });
  return (
    <Stack gap="sm" component="section" aria-label="Connection test">
      <Group justify="space-between" gap="xs">
        <div>
          <Title order={3} size="h4">
            Does it answer?
          </Title>
          <Text size="sm" c="dimmed">
            EUTLAS logs in as your program would, writes, and reads what it wrote.
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<Zap size={16} aria-hidden />}
          aria-disabled={test.isPending}
          onClick={() => {
            if (!test.isPending) {
              test.mutate();
            }
          }}
        >
          {test.isPending ? "Testing …" : "Test the connection"}
        </Button>
      </Group>
      {test.error !== null && <ErrorState error={test.error} what="The connection was not tested" />}
      {test.data !== undefined && <Result test={test.data} />}
    </Stack>
  );
}

function Result({ test: { ok, latencyMs, message } }: { readonly test: ConnectionTest }) {
  return (
    <Alert
      role="status"
      variant="light"
      color={ok ? "green" : "orange"}
      icon={ok ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
      title={ok ? `It works, in ${latencyMs} ms` : `It does not work (after ${latencyMs} ms)`}
      styles={{ message: { color: "inherit" } }}
    >
      <Text size="sm">{message}</Text>
    </Alert>
  );
}
