import classes from "@/components/Steps.module.css";
import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { Check } from "lucide-react";

interface Props<S extends string> {
  readonly label: string;
  readonly steps: readonly { readonly id: S; readonly word: string }[];
  readonly current: S;
  /** The furthest step that one may look at. */
  readonly reach: S;
  readonly go: (step: S) => void;
}

/** Where one is on a way of several steps; those one may look at can be pressed. */
export function Steps<S extends string>({ label, steps, current, reach, go }: Props<S>) {
  const place = (step: S) => steps.findIndex(({ id }) => id === step);
  return (
    <ol className={classes.steps} aria-label={label}>
      {steps.map(({ id, word }, index) => {
        const isCurrent = id === current;
        const done = index < place(current);
        const mark = (
          <>
            <span className={classes.number} aria-hidden>
              {done ? <Check size={13} /> : index + 1}
            </span>
            <span className={classes.word}>{word}</span>
            {done && <VisuallyHidden>, done</VisuallyHidden>}
          </>
        );
        return (
          <li key={id} className={classes.step} data-current={isCurrent || undefined} data-done={done || undefined}>
            {isCurrent || index > place(reach) ? (
              <span className={classes.link} aria-current={isCurrent ? "step" : undefined}>
                {mark}
              </span>
            ) : (
              <UnstyledButton
                className={classes.link}
                onClick={() => {
                  go(id);
                }}
              >
                {mark}
              </UnstyledButton>
            )}
          </li>
        );
      })}
    </ol>
  );
}
