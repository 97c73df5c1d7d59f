import { follow, type StreamMessage, type StreamStatus } from "@/api/stream/follow";
import { withLock } from "@/lib/locks";

type Note = StreamMessage | { readonly kind: "hello" };

/**
 * One organization's events in this tab. Of all the tabs of a browser one holds the connection and
 * passes on what it hears; when that tab goes, the next takes over after the last event it heard of.
 */
export function shareStream(
  userId: string,
  orgId: string,
  tell: (message: StreamMessage) => void,
  signal: AbortSignal,
): void {
  const name = `eutlas.events.${userId}.${orgId}`;
  const channel = new BroadcastChannel(name);
  let last: number | undefined;
  let leads: StreamStatus | undefined;

  const hear = (message: StreamMessage) => {
    last = message.kind === "event" ? message.event.seq : message.kind === "resync" ? (message.seq ?? last) : last;
    tell(message);
  };

  channel.addEventListener("message", ({ data }: MessageEvent<Note>) => {
    if (data.kind !== "hello") {
      hear(data);
    } else if (leads !== undefined) {
      channel.postMessage({ kind: "status", status: leads } satisfies Note);
    }
  });
  signal.addEventListener("abort", () => {
    channel.close();
  });
  channel.postMessage({ kind: "hello" } satisfies Note);

  const lead = () =>
    follow(
      orgId,
      last,
      (message) => {
        if (signal.aborted) {
          return;
        }
        leads = message.kind === "status" ? message.status : leads;
        channel.postMessage(message satisfies Note);
        hear(message);
      },
      signal,
    );
  withLock(name, signal, lead).catch((cause: unknown) => {
    // Waiting for the turn ends with the signal; that is no fault.
    if (!signal.aborted) {
      throw cause;
    }
  });
}
