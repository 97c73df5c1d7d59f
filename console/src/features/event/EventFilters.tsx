import type { EventType } from "@/api/types";
import type { EventFilter } from "@/features/event/queries";
import { isEventType, isSeverity, severities, severityLook, typeWord } from "@/features/event/words";
import { Group, NativeSelect } from "@mantine/core";

interface Props {
  readonly types: readonly EventType[];
  readonly filter: EventFilter;
  readonly setFilter: (filter: EventFilter) => void;
}

/** Narrows the events to a severity, or to one kind. */
export function EventFilters({ types, filter, setFilter }: Props) {
  return (
    <Group gap="sm">
      <NativeSelect
        label="Severity"
        value={filter.severity ?? ""}
        onChange={({ currentTarget: { value } }) => {
          setFilter({ ...filter, severity: isSeverity(value) ? value : undefined });
        }}
        data={[{ value: "", label: "All" }, ...severities.map((value) => ({ value, label: severityLook(value).word }))]}
      />
      <NativeSelect
        label="Kind"
        value={filter.type ?? ""}
        onChange={({ currentTarget: { value } }) => {
          setFilter({ ...filter, type: isEventType(value) ? value : undefined });
        }}
        data={[{ value: "", label: "All" }, ...types.map((value) => ({ value, label: typeWord(value) }))]}
      />
    </Group>
  );
}
