import type { MongoVersion, Plan, Region } from "@/api/types";
import type { ClusterValues } from "@/features/cluster/create/schema";

export interface Catalogue {
  readonly plans: readonly Plan[];
  readonly regions: readonly Region[];
  readonly versions: readonly MongoVersion[];
}

/** What the form begins with: what was kept, as far as it is still on offer, and good choices for the rest. */
export function beginning({ plans, regions, versions }: Catalogue, draft: ClusterValues | undefined): ClusterValues {
  const first = regions.find(({ health }) => health === "UP") ?? regions[0];
  const usual = versions.find((version) => version.default) ?? versions[0];
  return {
    plan: offered(plans.map(({ id }) => id), draft?.plan) ?? plans[0]?.id ?? "",
    region: offered(regions.map(({ id }) => id), draft?.region) ?? first?.id ?? "",
    mongoVersion: offered(versions.map(({ version }) => version), draft?.mongoVersion) ?? usual?.version ?? "",
    name: draft?.name ?? "",
    labels: draft?.labels ?? [],
    deletionProtection: draft?.deletionProtection ?? false,
  };
}

function offered(choices: readonly string[], wanted: string | undefined): string | undefined {
  return choices.find((choice) => choice === wanted);
}
