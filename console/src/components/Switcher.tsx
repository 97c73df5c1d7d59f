import { readFailedAgain } from "@/api/queryClient";
import type { Answered } from "@/components/Loaded";
import classes from "@/components/Switcher.module.css";
import { Menu, ScrollArea, UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Check, ChevronsUpDown, List, Plus, RotateCw } from "lucide-react";

interface Step {
  readonly label: string;
  readonly open: () => void;
}

interface Props {
  /** As in "Organization". */
  readonly kind: string;
  readonly current: string | undefined;
  readonly query: Answered<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>;
  readonly choose: (id: string) => void;
  readonly all: Step;
  readonly create: Step;
}

/** Where one is, and where else one could be. */
export function Switcher({ kind, current, query: { data, error }, choose, all, create }: Props) {
  const client = useQueryClient();
  const choices = data?.items ?? [];
  const name = choices.find(({ id }) => id === current)?.name;
  return (
    <Menu width={260} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${kind}: ${name ?? "none chosen"}`}>
          <span className={classes.name} data-none={name === undefined || undefined}>
            {name ?? (current === undefined ? kind : "…")}
          </span>
          <ChevronsUpDown size={14} aria-hidden className={classes.arrows} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {data === undefined && error !== null && (
          <>
            <Menu.Label>These could not be read.</Menu.Label>
            <Menu.Item leftSection={<RotateCw size={14} aria-hidden />} closeMenuOnClick={false} onClick={() => void readFailedAgain(client)}>
              Try again
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        {choices.length > 0 && (
          <>
            <Menu.Label>{kind}</Menu.Label>
            <ScrollArea.Autosize mah={280}>
              {choices.map((choice) => (
                <Menu.Item
                  key={choice.id}
                  onClick={() => {
                    choose(choice.id);
                  }}
                  rightSection={choice.id === current && <Check size={14} aria-label="chosen" />}
                >
                  {choice.name}
                </Menu.Item>
              ))}
            </ScrollArea.Autosize>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<List size={14} aria-hidden />} onClick={all.open}>
          {all.label}
        </Menu.Item>
        <Menu.Item leftSection={<Plus size={14} aria-hidden />} onClick={create.open}>
          {create.label}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
