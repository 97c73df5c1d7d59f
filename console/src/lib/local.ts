const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether EUTLAS runs on the reader's own machine, where an outbox stands in for mail. */
export function isLocal(): boolean {
  return LOOPBACK.has(location.hostname);
}
