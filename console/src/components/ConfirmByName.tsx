import { Dialog } from "@/components/Dialog";
import { ErrorState } from "@/components/ErrorState";
import { Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

interface Props {
  readonly opened: boolean;
  readonly close: () => void;
  /** As in "Delete the cluster". On the button too. */
  readonly title: string;
  readonly busy: string;
  readonly name: string;
  /** What will be gone, in plain words. */
  readonly children: ReactNode;
  readonly confirm: () => Promise<unknown>;
}

/** For what cannot be undone: says what will be gone, and asks for the name. */
export function ConfirmByName({ opened, close, ...rest }: Props) {
  return (
    <Dialog opened={opened} close={close} title={rest.title}>
      <Question close={close} {...rest} />
    </Dialog>
  );
}

/** Apart from its dialog, so that each opening begins anew. */
function Question({ close, title, busy, name, children, confirm }: Omit<Props, "opened">) {
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const act = useMutation({ mutationFn: confirm, onSuccess: close });
  const matches = typed === name;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (matches && !act.isPending) {
          act.mutate();
        }
      }}
    >
      <Stack gap="md">
        <Text component="div" size="sm">
          {children}
        </Text>
        <TextInput
          data-autofocus
          label={
            <>
              Type <Code>{name}</Code> to confirm
            </>
          }
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          error={asked && !matches ? "That is not its name." : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        {act.error !== null && <ErrorState error={act.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            Keep it
          </Button>
          <Button type="submit" color="red.8" aria-disabled={!matches || act.isPending}>
            {act.isPending ? busy : title}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
