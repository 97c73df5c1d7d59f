import type { Cluster } from "@/api/types";
import { ProjectClusters } from "@/features/cluster/list/ProjectClusters";
import { acme, orders, plans, regions, shop, versions } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

const CLUSTERS = route(`/projects/${shop.id}/clusters`);
const MANY = Array.from({ length: 7 }, (_, at): Cluster => ({ ...orders, id: `65f0c0ffee0000000000001${at}`, name: `cluster-${at}` }));

function list(items: readonly unknown[], nextCursor: string | null = null) {
  return HttpResponse.json({ items, nextCursor });
}

beforeEach(() => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(route("/plans"), () => list(plans)),
    http.get(route("/regions"), () => list(regions)),
    http.get(route("/mongodb-versions"), () => list(versions)),
  );
});

function open(search = "") {
  return show(<ProjectClusters orgId={acme.id} projectId={shop.id} />, search);
}

test("shows each cluster with its state in words, its plan, region, version and age", async () => {
  server.use(http.get(CLUSTERS, () => list([orders, { ...orders, id: "65f0c0ffee00000000000006", name: "stock", state: "FAILED", stateMessage: "No room" }])));
  open();

  const table = await screen.findByRole("table", { name: "Clusters" });
  expect(within(table).getByRole("link", { name: "orders" })).toHaveAttribute(
    "href",
    `/orgs/${acme.id}/projects/${shop.id}/clusters/${orders.id}`,
  );
  await within(table).findAllByText("Small");
  expect(within(table).getAllByRole("row")[1]).toHaveTextContent(/orders.*Ready.*Small.*North.*8\.0.*ago/);
  expect(within(table).getAllByRole("row")[2]).toHaveTextContent(/stock.*No room.*Failed/);
  expect(screen.queryByRole("search")).not.toBeInTheDocument();
});

test("a state that this console does not know is shown as unknown", async () => {
  server.use(http.get(CLUSTERS, () => list([{ ...orders, state: "HIBERNATING" }])));
  open();

  expect(await screen.findByText("Unknown (HIBERNATING)")).toBeVisible();
});

test("is a list of cards where there is no room for a table", async () => {
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: true }));
  server.use(http.get(CLUSTERS, () => list([orders])));
  open();

  await screen.findByText(/North/);
  expect(screen.getByRole("list", { name: "Clusters" })).toHaveTextContent(/orders.*North.*MongoDB 8\.0.*Ready/);
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
});

test("teaches the next step where there is none", async () => {
  server.use(http.get(CLUSTERS, () => list([])));
  open();

  expect(await screen.findByRole("link", { name: "Create a cluster" })).toHaveAttribute(
    "href",
    `/orgs/${acme.id}/projects/${shop.id}/clusters/new`,
  );
});

test("a reader is not sent to a form that would refuse", async () => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json({ ...acme, role: "READER" })),
    http.get(CLUSTERS, () => list([])),
  );
  open();

  expect(await screen.findByText(/Your role in this organization is to read/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Create a cluster" })).not.toBeInTheDocument();
});

test("goes on where a page ends, and tries again where that fails", async () => {
  let failed = false;
  server.use(
    http.get(CLUSTERS, ({ request }) => {
      const cursor = new URL(request.url).searchParams.get("cursor");
      if (cursor === null) {
        return list([orders], "next");
      }
      if (!failed) {
        failed = true;
        return problem(500, "INTERNAL");
      }
      return list([{ ...orders, id: "65f0c0ffee00000000000006", name: "stock" }]);
    }),
  );
  const { user } = open();

  await user.click(await screen.findByRole("button", { name: "Show more" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("INTERNAL");
  expect(screen.getByRole("link", { name: "orders" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("link", { name: "stock" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show more" })).not.toBeInTheDocument();
});

test("narrows by name and by state, in the address", async () => {
  server.use(
    http.get(CLUSTERS, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const q = searchParams.get("q") ?? "";
      return list(searchParams.get("state") === "FAILED" ? [] : MANY.filter(({ name }) => name.includes(q)));
    }),
  );
  const { user, at } = open();

  await user.type(await screen.findByRole("textbox", { name: "Search by name" }), "r-3");
  await waitFor(() => {
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });
  expect(at()).toBe("/?q=r-3");
  await user.click(screen.getByRole("combobox", { name: "State" }));
  await user.click(await screen.findByRole("option", { name: "Failed" }));
  expect(await screen.findByText("No cluster matches.")).toBeVisible();
  expect(at()).toBe("/?state=FAILED&q=r-3");
  await user.click(screen.getByRole("button", { name: "Show all" }));

  expect(await screen.findByRole("link", { name: "cluster-6" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Search by name" })).toHaveValue("");
  expect(at()).toBe("/");
});

test("does not ask for a state that there is not", async () => {
  server.use(
    http.get(CLUSTERS, ({ request }) => {
      expect(new URL(request.url).searchParams.has("state")).toBe(false);
      return list([orders]);
    }),
  );
  open("?state=NONSENSE");

  expect(await screen.findByRole("link", { name: "orders" })).toBeVisible();
});

test.each([
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [422, "INVALID_REQUEST"],
  [500, "INTERNAL"],
] as const)("answered %i %s, says so and tries again", async (status, code) => {
  server.use(
    http.get(CLUSTERS, () => problem(status, code), { once: true }),
    http.get(CLUSTERS, () => list([orders])),
  );
  const { user } = open();

  expect(await screen.findByRole("alert")).toHaveTextContent(new RegExp(`could not be read.*${code}.*c0ffee00`, "s"));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: "orders" })).toBeVisible();
});

test("shows the shape of what comes while it takes its time", async () => {
  server.use(http.get(CLUSTERS, () => new Promise<Response>(() => {})));
  open();

  expect(await screen.findByText("The clusters are being read")).toBeInTheDocument();
});

test.each([
  ["nothing", () => HttpResponse.error(), "NETWORK_DOWN"],
  ["no JSON", () => new HttpResponse("<html>"), "UNREADABLE_ANSWER"],
  ["429 without a word", () => new HttpResponse("", { status: 429, headers: { "Retry-After": "7" } }), "Try again in 7 seconds."],
] as const)("answered by %s, says what to do", async (_, answer, words) => {
  server.use(http.get(CLUSTERS, () => answer()));
  open();

  expect(await screen.findByRole("alert")).toHaveTextContent(words);
});
