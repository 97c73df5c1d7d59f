const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const CLOCKS_DIFFER_SECONDS = 5;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

/** "3 minutes ago", "yesterday", "in 2 hours"; within 45 seconds, "just now" or "in a moment". */
export function relativeTime(time: Date, now: number): string {
  const seconds = (time.getTime() - now) / 1000;
  if (Math.abs(seconds) < 45) {
    // Clocks differ by a little: what lies a few seconds ahead has happened.
    return seconds > CLOCKS_DIFFER_SECONDS ? "in a moment" : "just now";
  }
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size || unit === "minute") {
      const count = Math.trunc(seconds / size) || Math.sign(seconds);
      return relative.format(count, unit);
    }
  }
  return exactTime(time);
}

/** To the second and with its zone, in the reader's own. */
export function exactTime(time: Date): string {
  return exact.format(time);
}

/** How long something took, as one says it: "0.4 s", "12 s", "3 min 5 s", "2 h 10 min". */
export function duration(from: Date, to: Date): string {
  const millis = Math.max(0, to.getTime() - from.getTime());
  if (millis < 9950) {
    return `${(millis / 1000).toFixed(1)} s`;
  }
  const seconds = Math.round(millis / 1000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? pair(minutes, "min", seconds % 60, "s") : pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
