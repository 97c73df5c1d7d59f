import type { Cluster, Event, Operation } from "@/api/types";
import { invalidate, queriesTouchedBy, take } from "@/app/live/invalidation";
import { ClusterFrame } from "@/features/cluster/details/ClusterFrame";
import { OverviewPart } from "@/features/cluster/details/OverviewPart";
import { OperationUnderWay } from "@/features/operation/OperationUnderWay";
import { acme, clusterReady, creation, orders, plans, regions, shop, versions } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

const address = { orgId: acme.id, projectId: shop.id, clusterId: orders.id };
const at = route(`/projects/${shop.id}/clusters/${orders.id}`);
const creating: Cluster = { ...orders, state: "CREATING", stateMessage: creation.step, endpoint: null, operation: creation };

function known(cluster: Cluster) {
  server.use(http.get(at, () => HttpResponse.json(cluster, { headers: { ETag: '"1"' } })));
}

function underWay(operation: Operation) {
  server.use(
    http.get(route(`/operations/${creation.id}`), async () => {
      await delay(20);
      return HttpResponse.json(operation);
    }),
  );
}

function showCluster(listed = false) {
  return show(
    <ClusterFrame {...address} underWay={(cluster) => <OperationUnderWay cluster={cluster} listed={listed} />}>
      <OverviewPart {...address} />
    </ClusterFrame>,
  );
}

beforeEach(() => {
  const list = (items: readonly unknown[]) => () => HttpResponse.json({ items, nextCursor: null });
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(route(`/orgs/${acme.id}/projects/${shop.id}`), () => HttpResponse.json(shop)),
    http.get(route("/plans"), list(plans)),
    http.get(route("/regions"), list(regions)),
    http.get(route("/mongodb-versions"), list(versions)),
  );
});

test("tells what the cluster is, where it belongs, and its parts by address", async () => {
  known({ ...orders, labels: { team: "shop" }, deletionProtection: true });

  showCluster();

  expect(await screen.findByRole("heading", { level: 1, name: "orders" })).toBeVisible();
  expect(await screen.findByText("€29.50 a month")).toBeVisible();
  expect(screen.getByText("127.0.0.1:27017")).toBeVisible();
  expect(screen.getByText("Ready")).toBeVisible();
  expect(screen.getByText("Protected")).toBeVisible();
  expect(await screen.findByRole("link", { name: "Shop" })).toHaveAttribute("href", `/orgs/${acme.id}/projects/${shop.id}`);
  for (const [part, tail] of [["Overview", ""], ["Operations", "/operations"], ["Events", "/events"], ["Settings", "/settings"]] as const) {
    const href = `/orgs/${acme.id}/projects/${shop.id}/clusters/${orders.id}${tail}`;
    expect(screen.getByRole("link", { name: part })).toHaveAttribute("href", href);
  }
});

test("goes from Creating to Ready by an event", async () => {
  known(creating);
  underWay(creation);
  const { client } = showCluster();
  expect(await screen.findByText("Creating")).toBeVisible();
  expect(screen.getByRole("progressbar", { name: "Creating the cluster" })).toBeVisible();

  known(orders);
  invalidate(client, queriesTouchedBy(clusterReady));

  expect(await screen.findByText("Ready")).toBeVisible();
  expect(screen.queryByRole("progressbar")).toBeNull();
});

test("goes from Creating to Ready without the event stream", async () => {
  known(creating);
  underWay(creation);
  showCluster();
  expect(await screen.findByText("Creating")).toBeVisible();

  known(orders);
  underWay({ ...creation, state: "SUCCEEDED", progress: 100, step: "Done", endedAt: "2026-01-31T12:01:00Z" });

  expect(await screen.findByText("Ready", {}, { timeout: 3000 })).toBeVisible();
});

test("follows the steps, of which there are no events", async () => {
  known(creating);
  underWay({ ...creation, step: "Proving that the connection works", progress: 80 });

  showCluster();

  expect(await screen.findByText("Proving that the connection works")).toBeVisible();
  expect(screen.getByText("80 %")).toBeVisible();
});

test("tells why a creation failed, and what to do", async () => {
  const error = { code: "DEADLINE_EXCEEDED", class: "PERMANENT", message: "It took too long.", retryable: false, whatToDo: "Retry it." } as const;
  known({ ...orders, state: "FAILED", stateMessage: error.message, operation: { ...creation, state: "FAILED", attempts: 1, error } });

  showCluster();

  const told = await screen.findByRole("alert");
  expect(told).toHaveTextContent(/could not be created.*It took too long.*Otherwise delete it.*DEADLINE_EXCEEDED/s);
  expect(screen.queryByRole("button", { name: "Connect" })).toBeNull();
});

test("leaves it to the list of operations to tell why one failed", async () => {
  const error = { code: "DEADLINE_EXCEEDED", class: "PERMANENT", message: "It took too long.", retryable: false, whatToDo: "Retry it." } as const;
  known({ ...orders, state: "FAILED", stateMessage: error.message, operation: { ...creation, state: "FAILED", attempts: 1, error } });

  showCluster(true);

  expect(await screen.findByText("Failed")).toBeVisible();
  expect(screen.queryByText("It took too long.")).toBeNull();
});

test("tells why a cluster is degraded", async () => {
  known({ ...orders, state: "DEGRADED", stateMessage: "Its servers do not exist." });

  showCluster();

  expect(await screen.findByRole("alert")).toHaveTextContent(/Its servers do not exist\. EUTLAS is repairing it/);
});

test("says that a cluster is gone when it goes, and leads back", async () => {
  known({ ...orders, state: "DELETING", operation: { ...creation, type: "DELETE", step: "Removing the servers and their data" } });
  underWay({ ...creation, type: "DELETE", step: "Removing the servers and their data" });
  const { client } = showCluster();
  expect(await screen.findByText("Deleting")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Connect" })).toBeNull();

  let reads = 0;
  server.use(
    http.get(at, () => {
      reads += 1;
      return problem(404, "NOT_FOUND");
    }),
  );
  take(client, { ...clusterReady, type: "CLUSTER_DELETED" } satisfies Event);

  expect(await screen.findByText("orders is gone")).toBeVisible();
  await client.invalidateQueries();
  expect(reads).toBe(0);
  expect(screen.getByRole("link", { name: "Back to the project" })).toHaveAttribute("href", `/orgs/${acme.id}/projects/${shop.id}`);
});

test("says that there is no such cluster", async () => {
  server.use(http.get(at, () => problem(404, "NOT_FOUND")));

  showCluster();

  expect(await screen.findByText("There is no such cluster")).toBeVisible();
});

test.each([
  ["a 403", () => problem(403, "FORBIDDEN"), "FORBIDDEN"],
  ["a 429", () => problem(429, "BUSY"), "BUSY"],
  ["a 500", () => problem(500, "INTERNAL"), "INTERNAL"],
  ["a broken answer", () => new HttpResponse("{", { status: 200 }), "UNREADABLE_ANSWER"],
  ["an answer of another shape", () => HttpResponse.json({ cluster: orders }), "UNREADABLE_ANSWER"],
  ["no network", () => HttpResponse.error(), "NETWORK_DOWN"],
])("tells %s, and reads again when asked to", async (_, refuse, code) => {
  server.use(http.get(at, refuse));
  const { user } = showCluster();
  expect(await screen.findByRole("alert")).toHaveTextContent(code);

  known(orders);
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Ready")).toBeVisible();
});

test("keeps what is on screen through an outage, and says that it may be old", async () => {
  known(orders);
  const { client } = showCluster();
  await screen.findByText("Ready");

  server.use(http.get(at, () => problem(503, "UNAVAILABLE")));
  invalidate(client, queriesTouchedBy(clusterReady));

  expect(await screen.findByText("What you see may be old: the cluster could not be read")).toBeVisible();
  expect(screen.getByText("Ready")).toBeVisible();
});

test("shows the rest where the catalogue cannot be read", async () => {
  known(orders);
  server.use(http.get(route("/plans"), () => problem(500, "INTERNAL")));

  showCluster();

  expect(await screen.findByText("The plans could not be read")).toBeVisible();
  expect(screen.getByText("127.0.0.1:27017")).toBeVisible();
});
