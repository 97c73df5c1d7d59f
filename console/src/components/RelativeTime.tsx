import { useNow } from "@/lib/clock";
import { exactTime, relativeTime } from "@/lib/time";
import { Tooltip } from "@mantine/core";

/** "3 minutes ago"; the exact time on hover and on focus. */
export function RelativeTime({ at }: { readonly at: string }) {
  const time = new Date(at);
  const now = useNow();
  return (
    <Tooltip label={exactTime(time)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={0}>
        {relativeTime(time, now)}
      </time>
    </Tooltip>
  );
}
