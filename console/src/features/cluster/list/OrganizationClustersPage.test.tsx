import { OrganizationClustersPage } from "@/features/cluster/list/OrganizationClustersPage";
import { acme, orders, plans, regions, shop, versions } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

function list(items: readonly unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

beforeEach(() => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(route(`/orgs/${acme.id}/projects`), () => list([shop])),
    http.get(route("/plans"), () => list(plans)),
    http.get(route("/regions"), () => list(regions)),
    http.get(route("/mongodb-versions"), () => list(versions)),
  );
});

test("shows every cluster with the project it is in", async () => {
  server.use(http.get(route(`/orgs/${acme.id}/clusters`), () => list([orders])));
  show(<OrganizationClustersPage orgId={acme.id} />);

  await screen.findByRole("link", { name: "orders" });
  expect(await screen.findByText("Shop")).toBeVisible();
});

test("leads to the projects where there is no cluster", async () => {
  server.use(http.get(route(`/orgs/${acme.id}/clusters`), () => list([])));
  show(<OrganizationClustersPage orgId={acme.id} />);

  expect(await screen.findByRole("link", { name: "Go to the projects" })).toHaveAttribute("href", `/orgs/${acme.id}`);
});

test("of an organization that is not one's own, says so once", async () => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => problem(404, "NOT_FOUND")),
    http.get(route(`/orgs/${acme.id}/clusters`), () => problem(404, "NOT_FOUND")),
    http.get(route(`/orgs/${acme.id}/projects`), () => problem(404, "NOT_FOUND")),
  );
  show(<OrganizationClustersPage orgId={acme.id} />);

  expect(await screen.findAllByRole("alert")).toHaveLength(1);
});
