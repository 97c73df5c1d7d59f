import { Fact, Facts } from "@/components/Facts";
import { ErrorState } from "@/components/ErrorState";
import { Waiting } from "@/components/Skeletons";
import { catalogueQuery } from "@/features/cluster/queries";
import { counted, memoryText, moneyText } from "@/lib/amounts";
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

/** A plan with what it gives and what it costs. */
export function PlanFacts({ id }: { readonly id: string }) {
  const catalogue = useQuery(catalogueQuery);
  if (catalogue.data === undefined) {
    return catalogue.error === null ? (
      <Waiting what="The plans are being read">
        <Skeleton h={132} />
      </Waiting>
    ) : (
      <ErrorState error={catalogue.error} what="The plans could not be read" retry={catalogue.refetch} />
    );
  }
  const plan = catalogue.data.plans.find((each) => each.id === id);
  if (plan === undefined) {
    return <Text size="sm">{`${id}. This plan is not on offer any more; the cluster keeps it.`}</Text>;
  }
  return (
    <Facts>
      <Fact name="Name">
        <Text span inherit fw={550}>
          {plan.name}
        </Text>
      </Fact>
      <Fact name="Processors">{plan.cpu}</Fact>
      <Fact name="Memory">{memoryText(plan.memoryMb)}</Fact>
      <Fact name="Storage">{`${plan.storageGb} GB`}</Fact>
      <Fact name="Members">{counted(plan.members, "server")}</Fact>
      <Fact name="Backups">{plan.backups ? "Scheduled, and by hand" : "By hand"}</Fact>
      <Fact name="Price">{`${moneyText(plan.price)} a month`}</Fact>
    </Facts>
  );
}
