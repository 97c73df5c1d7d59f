import type { Cluster } from "@/api/types";
import type { ClusterFilter } from "@/features/cluster/queries";
import { useNavigate, useSearch } from "@tanstack/react-router";

/** The states that a list can be narrowed to. */
export const STATES = ["READY", "CREATING", "DEGRADED", "FAILED", "DELETING"] as const satisfies readonly Cluster["state"][];

/** What a list is narrowed by. It stands in the address, so that it can be linked and survives a reload. */
export function useFilter() {
  const search: { readonly state?: unknown; readonly q?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter: ClusterFilter = {
    ...(isState(search.state) && { state: search.state }),
    ...(typeof search.q === "string" && search.q !== "" && { q: search.q }),
  };
  return {
    filter,
    narrowed: filter.state !== undefined || filter.q !== undefined,
    narrow: (change: ClusterFilter) => {
      const { state, q = "" } = { ...filter, ...change };
      void navigate({ to: ".", search: { state, q: q === "" ? undefined : q }, replace: true });
    },
  };
}

function isState(value: unknown): value is (typeof STATES)[number] {
  return STATES.some((state) => state === value);
}
