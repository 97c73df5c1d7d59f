import type { StreamMessage } from "@/api/stream/follow";
import { shareStream } from "@/api/stream/share";
import { acme, clusterReady, you } from "@/testing/data";
import { route, server } from "@/testing/server";
import { waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test } from "vitest";

const address = route(`/orgs/${acme.id}/events/stream`);
const open: AbortController[] = [];

/** Web Locks of one name, which jsdom lacks: one holder, and the others in a row. */
function locksOfABrowser() {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    request: (_: string, { signal }: { readonly signal: AbortSignal }, work: () => Promise<void>) => {
      const mine = turn.then(() => (signal.aborted ? undefined : work()));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A tab that listens, and what it has heard. */
function tab() {
  const heard: StreamMessage[] = [];
  const abort = new AbortController();
  open.push(abort);
  shareStream(you.id, acme.id, (message) => heard.push(message), abort.signal);
  return {
    heard: (seq: number) => heard.some((message) => message.kind === "event" && message.event.seq === seq),
    live: () => heard.some((message) => message.kind === "status" && message.status === "live"),
    close: () => {
      abort.abort();
    },
  };
}

/** Streams that stay open; each tells one event, the next seq. Keeps what each was asked for. */
function streams(): (string | null)[] {
  const asked: (string | null)[] = [];
  server.use(
    http.get(address, ({ request }) => {
      asked.push(request.headers.get("Last-Event-ID"));
      const event = { ...clusterReady, seq: 6 + asked.length };
      const text = `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
      const body = new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode(text));
        },
      });
      return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
    }),
  );
  return asked;
}

beforeEach(() => {
  Object.defineProperty(navigator, "locks", { configurable: true, value: locksOfABrowser() });
});
afterEach(() => {
  open.splice(0).forEach((abort) => {
    abort.abort();
  });
  Reflect.deleteProperty(navigator, "locks");
});

test("of two tabs one holds the connection, and both hear", async () => {
  const asked = streams();
  const [first, second] = [tab(), tab()];

  await waitFor(() => {
    expect([first.heard(7), second.heard(7)]).toEqual([true, true]);
  });

  expect(asked).toEqual([null]);
});

test("the next tab takes over after the last event that it heard of", async () => {
  const asked = streams();
  const [first, second] = [tab(), tab()];
  await waitFor(() => {
    expect(second.heard(7)).toBe(true);
  });

  first.close();

  await waitFor(() => {
    expect(second.heard(8)).toBe(true);
  });
  expect(asked).toEqual([null, "7"]);
  expect(first.heard(8)).toBe(false);
});

test("a tab that comes later is told that the stream is live", async () => {
  streams();
  const first = tab();
  await waitFor(() => {
    expect(first.heard(7)).toBe(true);
  });

  const later = tab();

  await waitFor(() => {
    expect(later.live()).toBe(true);
  });
});
