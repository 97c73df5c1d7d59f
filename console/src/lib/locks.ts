/**
 * Does the work while no other tab of this browser does work of that name. Where the browser has no
 * Web Locks (they need https or localhost), this tab does it for itself.
 */
export async function withLock<T>(name: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const locks = "locks" in navigator ? navigator.locks : undefined;
  if (locks === undefined) {
    return work();
  }
  // Typed by the browser as what the work gives, which is a promise here.
  const result: unknown = await (signal === undefined
    ? locks.request(name, work)
    : locks.request(name, { signal }, work));
  return result as T;
}
