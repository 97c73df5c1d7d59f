import { type Block, readBlocks } from "@/api/stream/serverSentEvents";
import { expect, test } from "vitest";

function streamOf(...parts: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      parts.forEach((part) => {
        controller.enqueue(encoder.encode(part));
      });
      controller.close();
    },
  });
}

async function read(...parts: readonly string[]): Promise<Block[]> {
  const blocks: Block[] = [];
  for await (const block of readBlocks(streamOf(...parts))) {
    blocks.push(block);
  }
  return blocks;
}

test("reads an event with its id and its data", async () => {
  expect(await read('id: 7\nevent: CLUSTER_READY\ndata: {"a":1}\n\n')).toEqual([
    { id: "7", event: "CLUSTER_READY", data: '{"a":1}' },
  ]);
});

test.each([
  ["in the middle of a word", ["id: 7\nda", "ta: x\n\n"]],
  ["between the two ends of lines", ["id: 7\ndata: x\n", "\n"]],
  ["in the middle of an end of line", ["id: 7\r\ndata: x\r", "\n\r\n"]],
])("does not mind being cut %s", async (_, parts) => {
  expect(await read(...parts)).toEqual([{ id: "7", event: undefined, data: "x" }]);
});

test("gives a comment as a sign of life", async () => {
  expect(await read(": alive\n\n")).toEqual([{ id: undefined, event: undefined, data: undefined }]);
});

test("puts several lines of data together", async () => {
  expect(await read("data: a\ndata: b\n\n")).toMatchObject([{ data: "a\nb" }]);
});

test("keeps back what has not ended", async () => {
  expect(await read("data: a\n\ndata: b")).toMatchObject([{ data: "a" }]);
});
