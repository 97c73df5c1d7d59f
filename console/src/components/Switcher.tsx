import classes from "@/components/Switcher.module.css";
import { Menu, ScrollArea, UnstyledButton } from "@mantine/core";
import { Check, ChevronsUpDown, List, Plus } from "lucide-react";

interface Step {
  readonly label: string;
  readonly open: () => void;
}

interface Props {
  /** As in "Organization". */
  readonly kind: string;
  readonly current: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string }[] | undefined;
  readonly choose: (id: string) => void;
  readonly all: Step;
  readonly create: Step;
}

/** Where one is, and where else one could be. */
export function Switcher({ kind, current, choices = [], choose, all, create }: Props) {
  const name = choices.find(({ id }) => id === current)?.name;
  return (
    <Menu width={260} position="bottom-start" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${kind}: ${name ?? "none chosen"}`}>
          <span className={classes.name} data-none={name === undefined || undefined}>
            {name ?? (current === undefined ? kind : "…")}
          </span>
          <ChevronsUpDown size={14} aria-hidden className={classes.arrows} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
