import type { Event, EventType } from "@/api/types";
import { EmptyState } from "@/components/EmptyState";
import { PagedList } from "@/components/PagedList";
import { ListSkeleton } from "@/components/Skeletons";
import { EventFilters } from "@/features/event/EventFilters";
import { EventTimeline } from "@/features/event/EventTimeline";
import type { EventFilter } from "@/features/event/queries";
import { Button, Stack } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { History, SearchX } from "lucide-react";

export interface Filtered {
  readonly filter: EventFilter;
  readonly setFilter: (filter: EventFilter) => void;
}

interface Props extends Filtered {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly Event[] }>>;
  readonly types: readonly EventType[];
  readonly linked?: boolean;
}

/** Events with their filters, page by page. */
export function EventList({ query, types, linked = false, filter, setFilter }: Props) {
  const narrowed = filter.type !== undefined || filter.severity !== undefined;
  return (
    <Stack gap="md">
      <EventFilters types={types} filter={filter} setFilter={setFilter} />
      <PagedList
        query={query}
        waiting={<ListSkeleton what="The events are being read" rows={4} />}
        failed="The events could not be read"
        more="Show earlier events"
        empty={
          narrowed ? (
            <EmptyState
              icon={SearchX}
              title="No such events"
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setFilter({});
                  }}
                >
                  Show all events
                </Button>
              }
            >
              Nothing of this severity and kind has happened so far.
            </EmptyState>
          ) : (
            <EmptyState icon={History} title="No events yet">
              Everything that is done or happens is told here: what, by whom, when and from where.
            </EmptyState>
          )
        }
      >
        {(events) => <EventTimeline events={events} linked={linked} />}
      </PagedList>
    </Stack>
  );
}
