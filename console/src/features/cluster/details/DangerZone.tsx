import type { Cluster } from "@/api/types";
import { ConfirmByName } from "@/components/ConfirmByName";
import { tell } from "@/components/told";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { deleteCluster } from "@/features/cluster/details/requests";
import { clusterKeys, markLeaving } from "@/features/cluster/queries";
import { paths } from "@/lib/paths";
import { Button, Group, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useState } from "react";

interface Props {
  readonly address: ClusterAddress;
  readonly cluster: Cluster;
}

/** Deleting the cluster. */
export function DangerZone({ address, cluster }: Props) {
  const [opened, setOpened] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { orgId, projectId } = address;

  if (cluster.deletionProtection) {
    return (
      <Text size="sm">
        {cluster.name} is protected, so it cannot be deleted. Switch the protection off above first.
      </Text>
    );
  }
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" maw="34rem">
        Its servers, all of its data and its database user go, for good. Programs that use it lose their connection at once.
      </Text>
      <Button
        color="red.8"
        leftSection={<Trash2 size={16} aria-hidden />}
        onClick={() => {
          setOpened(true);
        }}
      >
        Delete the cluster
      </Button>
      <ConfirmByName
        opened={opened}
        close={() => {
          setOpened(false);
        }}
        title="Delete the cluster"
        busy="Deleting …"
        name={cluster.name}
        confirm={async () => {
          markLeaving(client, cluster.id, true);
          try {
            await deleteCluster(address);
          } catch (fault) {
            markLeaving(client, cluster.id, false);
            throw fault;
          }
          await navigate({ to: paths.project, params: { orgId, projectId } });
          void client.invalidateQueries({ queryKey: clusterKeys.all });
          tell(`${cluster.name} is being deleted.`);
        }}
      >
        The servers of {cluster.name}, all of its databases and its database user will be gone. There is no way to get them back.
      </ConfirmByName>
    </Group>
  );
}
