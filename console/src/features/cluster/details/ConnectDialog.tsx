import { Problem } from "@/api/problem";
import type { Cluster } from "@/api/types";
import { ErrorState } from "@/components/ErrorState";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { ConnectionCheck } from "@/features/cluster/details/ConnectionCheck";
import { CopyConnectionString } from "@/features/cluster/details/CopyConnectionString";
import { CredentialFields } from "@/features/cluster/details/CredentialFields";
import { readCredentials } from "@/features/cluster/details/requests";
import { Snippets } from "@/features/cluster/details/Snippets";
import { Alert, Button, Divider, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Eye, LockKeyhole } from "lucide-react";
import { useState } from "react";

interface Props {
  readonly address: ClusterAddress;
  readonly cluster: Cluster;
}

/** How to connect. The credentials are read when they are asked for, and kept as long as it is open. */
export function ConnectDialog({ address, cluster }: Props) {
  const look = useMutation({ mutationFn: () => readCredentials(address) });
  const [shown, setShown] = useState(false);

  if (cluster.endpoint === null || (cluster.state !== "READY" && cluster.state !== "DEGRADED")) {
    return <NotYet cluster={cluster} />;
  }
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Text size="sm">
          {look.data === undefined
            ? "The connection string holds the password of the cluster's database user. Each look at it is told among the events."
            : "This look was told among the events. Whoever has this string can read and change everything in the cluster."}
        </Text>
        {look.error !== null && <Refused error={look.error} />}
        {look.data !== undefined && <CredentialFields credentials={look.data} shown={shown} setShown={setShown} />}
        <Group gap="xs">
          <CopyConnectionString known={look.data} read={look.mutateAsync} />
          {look.data === undefined && (
            <Button
              variant="default"
              leftSection={<Eye size={16} aria-hidden />}
              aria-disabled={look.isPending}
              onClick={() => {
                if (!look.isPending) {
                  look.mutate();
                }
              }}
            >
              {look.isPending ? "Reading …" : "Show how to connect"}
            </Button>
          )}
        </Group>
      </Stack>
      {look.data !== undefined && (
        <>
          <Divider />
          <Snippets credentials={look.data} shown={shown} />
        </>
      )}
      <Divider />
      <ConnectionCheck address={address} />
    </Stack>
  );
}

function NotYet({ cluster: { name, state } }: { readonly cluster: Cluster }) {
  return (
    <Text size="sm">
      {state === "CREATING"
        ? `${name} is being created. As soon as it is ready, this is where you find how to connect; it takes no reload.`
        : `${name} cannot be connected to in its present state. The page behind this says why, and what to do.`}
    </Text>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  if (error instanceof Problem && error.code === "FORBIDDEN") {
    return (
      <Alert
        role="alert"
        variant="light"
        color="orange"
        icon={<LockKeyhole aria-hidden />}
        title="Your role may not read credentials"
        styles={{ message: { color: "inherit" } }}
      >
        <Text size="sm">
          Members, administrators and owners of the organization may. Ask one of them for a connection string, or for another role.
        </Text>
      </Alert>
    );
  }
  return <ErrorState error={error} what="The credentials could not be read" />;
}
