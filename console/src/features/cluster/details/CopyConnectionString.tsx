import type { Credentials } from "@/api/types";
import { Button, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useState } from "react";

interface Props {
  readonly known: Credentials | undefined;
  /** Asks for them, which is told among the events. What it fails with is shown elsewhere. */
  readonly read: () => Promise<Credentials>;
}

type State = "idle" | "copying" | "copied" | "refused";

const COPIED_MILLIS = 2000;

/** Reads the string, if it was not read before, and copies it: one press. */
export function CopyConnectionString({ known, read }: Props) {
  const [state, setState] = useState<State>("idle");

  const copy = async () => {
    setState("copying");
    const credentials = known ?? (await read().catch(() => undefined));
    if (credentials === undefined) {
      setState("idle");
      return;
    }
    try {
      await navigator.clipboard.writeText(credentials.connectionString);
      setState("copied");
      setTimeout(() => {
        setState((now) => (now === "copied" ? "idle" : now));
      }, COPIED_MILLIS);
    } catch {
      // Refused by the browser: without https, or long after the press.
      setState("refused");
    }
  };

  return (
    <>
      <Button
        leftSection={state === "copied" ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        aria-disabled={state === "copying"}
        onClick={() => {
          if (state !== "copying") {
            void copy();
          }
        }}
      >
        Copy the connection string
      </Button>
      <Text span size="sm" role="status" c="dimmed">
        {state === "copied" && "Copied"}
        {state === "refused" && "Your browser did not allow copying. Show it, and copy it by hand."}
      </Text>
    </>
  );
}
