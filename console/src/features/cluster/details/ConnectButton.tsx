import type { Cluster } from "@/api/types";
import { Dialog } from "@/components/Dialog";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { ConnectDialog } from "@/features/cluster/details/ConnectDialog";
import { Button } from "@mantine/core";
import { Plug } from "lucide-react";
import { useState } from "react";

interface Props {
  readonly address: ClusterAddress;
  readonly cluster: Cluster;
}

/** Opens what one needs to connect. Nothing is read by opening it. */
export function ConnectButton({ address, cluster }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        leftSection={<Plug size={16} aria-hidden />}
        onClick={() => {
          setOpened(true);
        }}
      >
        Connect
      </Button>
      <Dialog
        opened={opened}
        close={() => {
          setOpened(false);
        }}
        title={`Connect to ${cluster.name}`}
        size="xl"
      >
        <ConnectDialog address={address} cluster={cluster} />
      </Dialog>
    </>
  );
}
