import { HomePage } from "@/app/HomePage";
import { acme, clusterReady, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { stream } from "@/testing/product";
import { problem, route, server } from "@/testing/server";
import { screen, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

const ORGS = route("/orgs");

beforeEach(() => {
  server.use(stream());
});

function list(items: readonly unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

function has(projects: readonly unknown[], clusters: readonly unknown[], organization: typeof acme = acme) {
  server.use(
    http.get(ORGS, () => list([organization])),
    http.get(route(`/orgs/${acme.id}/projects`), () => list(projects)),
    http.get(route(`/orgs/${acme.id}/clusters`), () => list(clusters)),
  );
}

test("welcomes by name, and begins with an organization", async () => {
  server.use(http.get(ORGS, () => list([])));
  show(<HomePage />);

  expect(await screen.findByRole("heading", { name: "Welcome, You" })).toBeVisible();
  expect(await screen.findByRole("link", { name: "Create an organization" })).toHaveAttribute("href", "/orgs/new");
});

test("goes on with a project", async () => {
  has([], []);
  show(<HomePage />);

  expect(await screen.findByRole("link", { name: "Create a project" })).toHaveAttribute("href", `/orgs/${acme.id}/projects/new`);
});

test("then with a cluster", async () => {
  has([shop], []);
  show(<HomePage />);

  expect(await screen.findByRole("link", { name: "Create a cluster" })).toHaveAttribute(
    "href",
    `/orgs/${acme.id}/projects/${shop.id}/clusters/new`,
  );
});

test("asks nothing of somebody who may only read", async () => {
  has([shop], [], { ...acme, role: "READER" });
  show(<HomePage />);

  expect(await screen.findByText(/No cluster yet/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Create a cluster" })).not.toBeInTheDocument();
});

test("shows projects with the states of their clusters, and what wants attention first", async () => {
  const stock = { ...orders, id: "65f0c0ffee00000000000006", name: "stock", state: "DEGRADED", stateMessage: "One server is away" };
  has([shop], [orders, stock]);
  show(<HomePage />);

  const ill = await screen.findByRole("list", { name: "Clusters that want attention" });
  expect(within(ill).getByRole("link", { name: "stock" })).toBeVisible();
  expect(ill).toHaveTextContent(/One server is away.*Degraded/);
  expect(within(ill).queryByText("orders")).not.toBeInTheDocument();
  const projects = screen.getByRole("list", { name: "Projects" });
  expect(projects).toHaveTextContent(/Shop.*2 clusters.*1 degraded.*1 ready/);
  expect(screen.getByRole("link", { name: "2 clusters" })).toHaveAttribute("href", `/orgs/${acme.id}/clusters`);
});

test("shows by itself what happens", async () => {
  let tell: (text: string) => void = () => undefined;
  server.use(stream((event) => (tell = event)));
  has([shop], [{ ...orders, state: "CREATING" }]);
  show(<HomePage />);
  expect(await screen.findByText("1 creating")).toBeVisible();

  has([shop], [orders]);
  tell(`id: 7\nevent: CLUSTER_READY\ndata: ${JSON.stringify(clusterReady)}\n\n`);

  expect(await screen.findByText("1 ready", {}, { timeout: 2_000 })).toBeVisible();
});

test("shows the four that changed last, and leads to the rest", async () => {
  const several = Array.from({ length: 5 }, (_, at) => ({ ...acme, id: `65f0c0ffee0000000000002${at}`, name: `Acme ${at}`, updatedAt: `2026-02-0${at + 1}T00:00:00Z` }));
  server.use(
    http.get(ORGS, () => list(several)),
    http.get(route("/orgs/:orgId/projects"), () => list([])),
    http.get(route("/orgs/:orgId/clusters"), () => list([])),
  );
  show(<HomePage />);

  expect(await screen.findByRole("link", { name: "Acme 4" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Acme 0" })).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "All 5 organizations" })).toHaveAttribute("href", "/orgs");
});

test("shows what there is where the clusters cannot be read", async () => {
  has([shop], []);
  server.use(http.get(route(`/orgs/${acme.id}/clusters`), () => problem(500, "INTERNAL")));
  show(<HomePage />);

  expect(await screen.findByRole("alert")).toHaveTextContent(/The clusters of Acme could not be read.*INTERNAL/s);
  expect(await screen.findByRole("link", { name: "Shop" })).toBeVisible();
});

test.each([
  ["nothing", () => HttpResponse.error(), "NETWORK_DOWN"],
  ["no JSON", () => new HttpResponse("<html>"), "UNREADABLE_ANSWER"],
  ["500", () => problem(500, "INTERNAL"), "c0ffee00"],
] as const)("answered by %s, says so and tries again", async (_, answer, words) => {
  server.use(
    http.get(ORGS, () => answer(), { once: true }),
    http.get(ORGS, () => list([])),
  );
  const { user } = show(<HomePage />);

  expect(await screen.findByRole("alert")).toHaveTextContent(words);
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("First, create an organization")).toBeVisible();
});
