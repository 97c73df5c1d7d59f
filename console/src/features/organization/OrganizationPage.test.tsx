import { OrganizationPage } from "@/features/organization/OrganizationPage";
import { acme, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

function list(items: readonly unknown[], nextCursor: string | null = null) {
  return HttpResponse.json({ items, nextCursor });
}

const ORGANIZATION = route(`/orgs/${acme.id}`);
const PROJECTS = route(`/orgs/${acme.id}/projects`);
const CLUSTERS = route(`/orgs/${acme.id}/clusters`);

beforeEach(() => {
  server.use(
    http.get(ORGANIZATION, () => HttpResponse.json(acme)),
    http.get(PROJECTS, () => list([shop, { ...shop, id: "65f0c0ffee00000000000009", name: "Staging" }])),
    http.get(CLUSTERS, () => list([orders, { ...orders, id: "65f0c0ffee00000000000006", state: "FAILED" }])),
  );
});

test("shows the projects with what is in them", async () => {
  show(<OrganizationPage orgId={acme.id} />);

  expect(await screen.findByRole("link", { name: "Shop" })).toHaveAttribute("href", `/orgs/${acme.id}/projects/${shop.id}`);
  expect(await screen.findByText("1 failed")).toBeVisible();
  expect(screen.getByText("1 ready")).toBeVisible();
  expect(screen.getByText(/No cluster yet/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Create a project" })).toBeVisible();
});

test("counts nothing where the clusters are more than it has read", async () => {
  server.use(http.get(CLUSTERS, () => list([orders], "more")));
  show(<OrganizationPage orgId={acme.id} />);

  expect(await screen.findByRole("link", { name: "Shop" })).toBeVisible();
  expect(screen.queryByText(/1 cluster|ready/)).not.toBeInTheDocument();
});

test("teaches the next step where there is no project, to those who may take it", async () => {
  server.use(http.get(PROJECTS, () => list([])));
  show(<OrganizationPage orgId={acme.id} />);

  expect(await screen.findByText("Next, create a project")).toBeVisible();
  expect(screen.getByRole("link", { name: "Create a project" })).toHaveAttribute("href", `/orgs/${acme.id}/projects/new`);
});

test("tells the others whom to ask", async () => {
  server.use(
    http.get(ORGANIZATION, () => HttpResponse.json({ ...acme, role: "READER" })),
    http.get(PROJECTS, () => list([])),
  );
  show(<OrganizationPage orgId={acme.id} />);

  expect(await screen.findByText(/Ask an owner or an administrator/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "Create a project" })).not.toBeInTheDocument();
});

test.each([
  [404, "NOT_FOUND"],
  [403, "FORBIDDEN"],
  [500, "INTERNAL"],
] as const)("answered %i %s, says so once", async (status, code) => {
  server.use(...[ORGANIZATION, PROJECTS, CLUSTERS].map((path) => http.get(path, () => problem(status, code))));
  show(<OrganizationPage orgId={acme.id} />);

  expect(await screen.findByText(code)).toBeVisible();
  expect(screen.getAllByRole("alert")).toHaveLength(1);
});
