import { may } from "@/api/permissions";
import { Section } from "@/components/Section";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { ClusterPart } from "@/features/cluster/details/ClusterPart";
import { DangerZone } from "@/features/cluster/details/DangerZone";
import { LabelsForm } from "@/features/cluster/details/LabelsForm";
import { ProtectionSwitch } from "@/features/cluster/details/ProtectionSwitch";
import { organizationQuery } from "@/features/organization/queries";
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

/** What can be changed about a cluster, and its end. */
export function SettingsPart(address: ClusterAddress) {
  const organization = useQuery(organizationQuery(address.orgId));
  return (
    <ClusterPart {...address}>
      {(cluster) =>
        cluster.state === "DELETING" ? (
          <Section title="Settings">
            <Text size="sm">{cluster.name} is being deleted. Nothing about it can be changed any more.</Text>
          </Section>
        ) : !may("changeCluster", organization.data) ? (
          <Section title="Settings">
            <Text size="sm">
              Your role in this organization is to read. Ask an owner, an administrator or a member to change or delete {cluster.name}.
            </Text>
          </Section>
        ) : (
          <Stack gap="md">
            <Section title="Labels" lead="They say what the cluster is for, and the API narrows lists by them. Programs that use it do not see them.">
              <LabelsForm address={address} cluster={cluster} />
            </Section>
            <Section title="Deletion protection">
              <ProtectionSwitch address={address} cluster={cluster} />
            </Section>
            <Section title="Danger zone">
              <DangerZone address={address} cluster={cluster} />
            </Section>
          </Stack>
        )
      }
    </ClusterPart>
  );
}
