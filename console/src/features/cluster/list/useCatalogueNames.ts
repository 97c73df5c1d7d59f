import { catalogueQuery } from "@/features/cluster/queries";
import { useQuery } from "@tanstack/react-query";

/** The names of plans and regions; their ids until the names are known, and where they never are. */
export function useCatalogueNames() {
  const { data } = useQuery(catalogueQuery);
  return {
    plan: (id: string) => data?.plans.find((plan) => plan.id === id)?.name ?? id,
    region: (id: string) => data?.regions.find((region) => region.id === id)?.name ?? id,
  };
}
