import type { Revised } from "@/api/client";
import type { Cluster } from "@/api/types";
import { ErrorState } from "@/components/ErrorState";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { updateCluster } from "@/features/cluster/details/requests";
import { clusterKeys, clusterQuery } from "@/features/cluster/queries";
import { Stack, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";

interface Props {
  readonly address: ClusterAddress;
  readonly cluster: Cluster & Revised;
}

/** Shows what is so, and moves when the product has said that it is. */
export function ProtectionSwitch({ address, cluster }: Props) {
  const client = useQueryClient();
  const { queryKey } = clusterQuery(address.projectId, address.clusterId);
  const change = useMutation({
    mutationFn: (deletionProtection: boolean) => updateCluster(address, { deletionProtection }, cluster.revision),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, saved);
      void client.invalidateQueries({ queryKey: clusterKeys.all });
    },
    // How it is now stands on this page then, for one to decide.
    onError: () => client.invalidateQueries({ queryKey }),
  });

  return (
    <Stack gap="sm">
      <Switch
        label="Protect the cluster from deletion"
        description={<span role="status">{change.isPending ? "Saving …" : wordsAfter(change.data)}</span>}
        checked={cluster.deletionProtection}
        aria-disabled={change.isPending}
        onChange={(event) => {
          if (!change.isPending) {
            change.mutate(event.currentTarget.checked);
          }
        }}
      />
      {change.error !== null && <ErrorState error={change.error} what="The protection was not changed" />}
    </Stack>
  );
}

function wordsAfter(saved: Cluster | undefined): string {
  if (saved === undefined) {
    return "While this is on, nobody can delete it, by the console or by the API.";
  }
  return saved.deletionProtection ? `Saved. Nobody can delete ${saved.name} now.` : `Saved. ${saved.name} can be deleted now.`;
}
