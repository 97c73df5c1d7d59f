import { openStream } from "@/api/client";
import { Problem } from "@/api/problem";
import { readBlocks } from "@/api/stream/serverSentEvents";
import type { Event } from "@/api/types";
import { backoffMillis, pause } from "@/lib/backoff";
import { isObject, parseObject } from "@/lib/json";

export type StreamStatus = "connecting" | "live" | "reconnecting";

export type StreamMessage =
  | { readonly kind: "status"; readonly status: StreamStatus }
  | { readonly kind: "event"; readonly event: Event }
  /** What is on screen may be old, all of it. */
  | { readonly kind: "resync"; readonly seq: number | undefined };

/** Without a sign of life for so long a stream is dead. The product shows one every 15 seconds. */
const SILENCE_MILLIS = 40_000;

/**
 * Follows an organization's events until the signal, over any number of connections: what was
 * missed in between is sent again, or a resync is. Ends early only where one may not listen.
 *
 * @param after the last event that is known already
 */
export async function follow(
  orgId: string,
  after: number | undefined,
  tell: (message: StreamMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = after;
  let failures = 0;
  tell({ kind: "status", status: "connecting" });
  while (!signal.aborted) {
    const connection = new Connection(orgId, last, signal);
    try {
      for await (const message of connection.messages()) {
        failures = 0;
        last = seqOf(message) ?? last;
        tell(message);
      }
      // Ended in order, as at the end of a token: soon again, but not in a tight loop.
      failures = Math.max(failures, 1);
    } catch (cause) {
      if (cause instanceof Problem && !cause.passing) {
        return;
      }
      failures += 1;
    }
    tell({ kind: "status", status: "reconnecting" });
    await pause(backoffMillis(failures), signal);
  }
}

class Connection {
  readonly #abort = new AbortController();
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly orgId: string,
    private readonly after: number | undefined,
    private readonly outer: AbortSignal,
  ) {}

  async *messages(): AsyncGenerator<StreamMessage> {
    const signal = AbortSignal.any([this.outer, this.#abort.signal]);
    const headers: Record<string, string> = this.after === undefined ? {} : { "Last-Event-ID": `${this.after}` };
    this.#alive();
    try {
      const response = await openStream(`/orgs/${this.orgId}/events/stream`, headers, signal);
      if (response.body === null) {
        return;
      }
      yield { kind: "status", status: "live" };
      if (this.after === undefined) {
        // Whatever happened before the stream began was not seen.
        yield { kind: "resync", seq: undefined };
      }
      for await (const block of readBlocks(response.body)) {
        this.#alive();
        const message = messageOf(block.event, block.data);
        if (message !== undefined) {
          yield message;
        }
      }
    } finally {
      clearTimeout(this.#watchdog);
      this.#abort.abort();
    }
  }

  #alive(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#abort.abort();
    }, SILENCE_MILLIS);
  }
}

function messageOf(event: string | undefined, data: string | undefined): StreamMessage | undefined {
  const value = data === undefined ? undefined : parseObject(data);
  if (value === undefined) {
    return undefined;
  }
  if (event === "resync") {
    return { kind: "resync", seq: typeof value["seq"] === "number" ? value["seq"] : undefined };
  }
  return isEvent(value) ? { kind: "event", event: value } : undefined;
}

function isEvent(value: Record<string, unknown>): value is Event & Record<string, unknown> {
  return typeof value["seq"] === "number" && typeof value["type"] === "string" && isObject(value["actor"]);
}

function seqOf(message: StreamMessage): number | undefined {
  switch (message.kind) {
    case "event":
      return message.event.seq;
    case "resync":
      return message.seq;
    case "status":
      return undefined;
  }
}
