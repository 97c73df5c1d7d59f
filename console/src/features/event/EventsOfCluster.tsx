import { EventList, type Filtered } from "@/features/event/EventList";
import { eventsOfClusterQuery } from "@/features/event/queries";
import { clusterEventTypes } from "@/features/event/words";
import { useInfiniteQuery } from "@tanstack/react-query";

interface Props extends Filtered {
  readonly projectId: string;
  readonly clusterId: string;
}

/** What happened to one cluster. */
export function EventsOfCluster({ projectId, clusterId, filter, setFilter }: Props) {
  const events = useInfiniteQuery(eventsOfClusterQuery(projectId, clusterId, filter));
  return <EventList query={events} types={clusterEventTypes} filter={filter} setFilter={setFilter} />;
}
