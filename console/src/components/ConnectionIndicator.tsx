import type { StreamStatus } from "@/api/stream/follow";
import classes from "@/components/ConnectionIndicator.module.css";
import { Tooltip } from "@mantine/core";

const WORDS: Record<StreamStatus, { readonly word: string; readonly means: string }> = {
  connecting: { word: "Connecting", means: "What happens will be shown by itself in a moment." },
  live: { word: "Live", means: "What happens is shown by itself." },
  reconnecting: { word: "Reconnecting", means: "The connection was lost. What you see may be old until it is back." },
};

/** Whether what is on screen keeps itself true. */
export function ConnectionIndicator({ status }: { readonly status: StreamStatus }) {
  const { word, means } = WORDS[status];
  return (
    <Tooltip label={means} events={{ hover: true, focus: true, touch: true }} multiline maw={260}>
      <span className={classes.indicator} data-status={status} role="status" tabIndex={0}>
        <span className={classes.dot} aria-hidden />
        <span className={classes.word}>{word}</span>
      </span>
    </Tooltip>
  );
}
