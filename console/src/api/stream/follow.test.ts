import { follow, type StreamMessage } from "@/api/stream/follow";
import { acme, clusterReady } from "@/testing/data";
import { problem, route, server } from "@/testing/server";
import { http, HttpResponse } from "msw";
import { expect, test, vi } from "vitest";

const address = route(`/orgs/${acme.id}/events/stream`);

function eventText(seq: number): string {
  return `id: ${seq}\nevent: CLUSTER_READY\ndata: ${JSON.stringify({ ...clusterReady, seq })}\n\n`;
}

/** Answers one connection after the other, and keeps what each asked for. */
function answering(...answers: readonly (() => Response)[]): (string | null)[] {
  const asked: (string | null)[] = [];
  server.use(
    http.get(address, ({ request }) => {
      asked.push(request.headers.get("Last-Event-ID"));
      return (answers[asked.length - 1] ?? (() => problem(403, "FORBIDDEN")))();
    }),
  );
  return asked;
}

function text(body: string) {
  return () => new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
}

async function messagesOf(after: number | undefined): Promise<StreamMessage[]> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 1000 });
  const messages: StreamMessage[] = [];
  await follow(acme.id, after, (message) => messages.push(message), new AbortController().signal);
  vi.useRealTimers();
  return messages;
}

test("tells what happens, and goes on after the last event when the stream ends", async () => {
  const asked = answering(text(eventText(7) + eventText(8)), text(eventText(9)), () => problem(403, "FORBIDDEN"));

  const messages = await messagesOf(6);

  expect(asked).toEqual(["6", "8", "9"]);
  expect(messages.filter(({ kind }) => kind === "event").map((message) => "event" in message && message.event.seq)).toEqual([7, 8, 9]);
});

test("says when it is live and when it is not", async () => {
  answering(text(eventText(7)), () => problem(403, "FORBIDDEN"));

  const messages = await messagesOf(6);

  expect(messages.flatMap((message) => (message.kind === "status" ? [message.status] : []))).toEqual([
    "connecting",
    "live",
    "reconnecting",
  ]);
});

test("has everything read anew when it does not know what it missed", async () => {
  answering(text(""));

  expect(await messagesOf(undefined)).toContainEqual({ kind: "resync", seq: undefined });
});

test("passes a resync on, and goes on from there", async () => {
  const asked = answering(text('id: 40\nevent: resync\ndata: {"seq":40}\n\n'));

  const messages = await messagesOf(6);

  expect(messages).toContainEqual({ kind: "resync", seq: 40 });
  expect(asked).toEqual(["6", "40"]);
});

test("comes back after a failure of the product", async () => {
  const asked = answering(() => problem(503, "UNAVAILABLE"), text(eventText(7)));

  const messages = await messagesOf(6);

  expect(asked).toEqual(["6", "6", "7"]);
  expect(messages.some(({ kind }) => kind === "event")).toBe(true);
});
