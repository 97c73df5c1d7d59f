import { OperationsOfCluster } from "@/features/operation/OperationsOfCluster";
import { creation, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

const at = route(`/projects/${shop.id}/clusters/${orders.id}/operations`);

function showOperations() {
  return show(<OperationsOfCluster projectId={shop.id} clusterId={orders.id} />);
}

test("tells what was done, by whom, how long it took, and its reference", async () => {
  const ended = { ...creation, state: "SUCCEEDED", step: "Done", progress: 100, endedAt: "2026-01-31T12:02:05Z" };
  server.use(http.get(at, () => HttpResponse.json({ items: [ended], nextCursor: null })));

  showOperations();

  expect(await screen.findByRole("listitem")).toHaveTextContent(/Create.*Succeeded.*took 2 min 5 s.*Asked for by You from 127\.0\.0\.1/s);
  expect(screen.getByText(creation.correlationId)).toBeVisible();
});

test("tells the step, the attempt and the last fault of one that runs", async () => {
  const error = { code: "DISK_FULL", class: "TRANSIENT", message: "The disk is full.", retryable: true, whatToDo: "Wait." };
  const nextAttemptAt = new Date(Date.now() + 20_000).toISOString();
  server.use(http.get(at, () => HttpResponse.json({ items: [{ ...creation, attempts: 2, error, nextAttemptAt }], nextCursor: null })));

  showOperations();

  expect(await screen.findByRole("listitem")).toHaveTextContent(
    /Running.*Waiting for the servers.*Attempt 3 of 30.*Next attempt in a moment.*The disk is full.*Free some space.*DISK_FULL · May pass by itself/s,
  );
  expect(screen.getByRole("progressbar", { name: "Create" })).toHaveAttribute("aria-valuenow", "40");
});

test("shows what a newer product tells as that", async () => {
  server.use(http.get(at, () => HttpResponse.json({ items: [{ ...creation, type: "MOVE", state: "RESTING" }], nextCursor: null })));

  showOperations();

  expect(await screen.findByRole("listitem")).toHaveTextContent(/Unknown \(MOVE\).*Unknown \(RESTING\)/s);
});

test("goes on to earlier ones, and keeps what is there where that fails", async () => {
  const earlier = { ...creation, id: "65f0c0ffee00000000000007" };
  let asked = 0;
  server.use(
    http.get(at, ({ request }) => {
      if (new URL(request.url).searchParams.get("cursor") === null) {
        return HttpResponse.json({ items: [creation], nextCursor: "next" });
      }
      asked += 1;
      return asked === 1 ? problem(500, "INTERNAL") : HttpResponse.json({ items: [earlier], nextCursor: null });
    }),
  );
  const { user } = showOperations();

  await user.click(await screen.findByRole("button", { name: "Show earlier operations" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("INTERNAL");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findAllByRole("listitem")).toHaveLength(2);
});

test.each([
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [422, "INVALID_REQUEST"],
  [429, "BUSY"],
  [500, "INTERNAL"],
] as const)("tells a %d, and reads again when asked to", async (status, code) => {
  server.use(
    http.get(at, () => problem(status, code), { once: true }),
    http.get(at, () => HttpResponse.json({ items: [], nextCursor: null })),
  );
  const { user } = showOperations();

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("No operations yet")).toBeVisible();
});
