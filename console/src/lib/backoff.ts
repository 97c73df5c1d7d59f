/** How long to wait before the given attempt (from 1): doubling up to a limit, 20 % either way. */
export function backoffMillis(attempt: number, limitMillis = 30_000, random = Math.random): number {
  const full = Math.min(limitMillis, 1000 * 2 ** Math.min(attempt - 1, 16));
  return Math.round(full * (0.8 + 0.4 * random()));
}

/** Waits, and stops waiting without a complaint when the signal says so. */
export function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) {
      done();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      done();
    };
    const timer = setTimeout(finish, millis);
    signal.addEventListener("abort", finish);
  });
}
