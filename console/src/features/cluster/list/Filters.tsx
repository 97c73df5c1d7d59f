import { lookOf } from "@/components/states";
import { STATES, type useFilter } from "@/features/cluster/list/useFilter";
import { CloseButton, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useState } from "react";

const PAUSE_MILLIS = 250;

interface Props extends Pick<ReturnType<typeof useFilter>, "filter" | "narrow"> {
  /** What the search begins with. */
  readonly first: string;
}

/** Narrows a list by name and by state. */
export function Filters({ filter, narrow, first }: Props) {
  const [typed, setTyped] = useState(first);
  const search = useDebouncedCallback((q: string) => {
    narrow({ q });
  }, PAUSE_MILLIS);
  const type = (text: string) => {
    setTyped(text);
    search(text.trim().toLowerCase());
  };

  return (
    <Group gap="xs" role="search">
      <TextInput
        aria-label="Search by name"
        placeholder="Search by name"
        leftSection={<Search size={15} aria-hidden />}
        rightSection={
          typed !== "" && (
            <CloseButton
              size="sm"
              aria-label="Clear the search"
              onClick={() => {
                type("");
              }}
            />
          )
        }
        value={typed}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        flex="1 1 12rem"
        maw="22rem"
        autoComplete="off"
        spellCheck={false}
      />
      <Select
        aria-label="State"
        placeholder="Every state"
        clearable
        clearButtonProps={{ "aria-label": "Every state" }}
        data={STATES.map((state) => ({ value: state, label: lookOf(state).word }))}
        value={filter.state ?? null}
        onChange={(state) => {
          narrow({ state: STATES.find((known) => known === state) });
        }}
        flex="0 1 11rem"
      />
    </Group>
  );
}
