const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "long" });

/** "3 minutes ago", "yesterday", "in 2 hours"; within 45 seconds, "just now". */
export function relativeTime(time: Date, now: number): string {
  const seconds = (time.getTime() - now) / 1000;
  if (Math.abs(seconds) < 45) {
    return "just now";
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
