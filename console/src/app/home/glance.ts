import type { Organization } from "@/api/types";
import { organizationGlanceQuery } from "@/features/cluster/queries";

const MOVING_MILLIS = 5_000;
const STILL_MILLIS = 60_000;

/** Asked again and again: the start page does not follow the events of every organization. */
export function watchedClustersQuery({ id }: Organization) {
  return {
    ...organizationGlanceQuery(id),
    refetchInterval: (query: { state: { data?: { clusters: readonly { state: string }[] } | undefined } }) =>
      query.state.data?.clusters.some(({ state }) => state === "CREATING" || state === "DELETING") === true
        ? MOVING_MILLIS
        : STILL_MILLIS,
  };
}
