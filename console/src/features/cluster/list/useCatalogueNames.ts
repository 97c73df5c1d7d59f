import { catalogueQuery } from "@/features/cluster/queries";
import { useQuery } from "@tanstack/react-query";

/** The names of plans and regions; their ids where the names cannot be known. */
export function useCatalogueNames() {
  const { data, isPending } = useQuery(catalogueQuery);
  const without = (id: string) => (isPending ? "…" : id);
  return {
    plan: (id: string) => data?.plans.find((plan) => plan.id === id)?.name ?? without(id),
    region: (id: string) => data?.regions.find((region) => region.id === id)?.name ?? without(id),
  };
}
