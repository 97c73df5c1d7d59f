import { ProjectPage } from "@/features/project/ProjectPage";
import { acme, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

const PROJECT = route(`/orgs/${acme.id}/projects/${shop.id}`);

function clusters(...items: readonly unknown[]) {
  server.use(http.get(route(`/projects/${shop.id}/clusters`), () => HttpResponse.json({ items, nextCursor: null })));
}

beforeEach(() => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(PROJECT, () => HttpResponse.json(shop)),
  );
});

function open() {
  return show(
    <ProjectPage orgId={acme.id} projectId={shop.id}>
      What it holds
    </ProjectPage>,
  );
}

async function askToDelete() {
  clusters();
  const { user, at } = open();
  await user.click(await screen.findByRole("button", { name: "Delete the project" }));
  await screen.findByRole("dialog");
  const confirm = async (name: string) => {
    await user.type(screen.getByLabelText(/^Type/), name);
    const buttons = screen.getAllByRole("button", { name: "Delete the project" });
    await user.click(buttons[buttons.length - 1] as HTMLElement);
  };
  return { at, confirm };
}

test("shows what it holds, and leads to one more cluster", async () => {
  clusters(orders);
  open();

  expect(await screen.findByText("What it holds")).toBeVisible();
  expect(screen.getByRole("heading", { name: "Shop" })).toBeVisible();
  expect(await screen.findByRole("link", { name: "Create a cluster" })).toBeVisible();
  expect(screen.getByText("To delete this project, delete its clusters first.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Delete the project" })).not.toBeInTheDocument();
});

test("is deleted by its name, and one is back in the organization", async () => {
  let deleted = false;
  server.use(
    http.delete(PROJECT, () => {
      deleted = true;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { at, confirm } = await askToDelete();
  await confirm("Shop");

  await waitFor(() => {
    expect(at()).toBe(`/orgs/${acme.id}`);
  });
  expect(deleted).toBe(true);
});

test("is not deleted by another name", async () => {
  const { at, confirm } = await askToDelete();
  await confirm("Ship");

  expect(await screen.findByText("That is not its name.")).toBeVisible();
  expect(at()).toBe("/");
});

test.each([
  [403, "FORBIDDEN"],
  [409, "PROJECT_NOT_EMPTY"],
  [500, "INTERNAL"],
] as const)("a refusal of %i %s stands in the dialog", async (status, code) => {
  server.use(http.delete(PROJECT, () => problem(status, code)));
  const { at, confirm } = await askToDelete();
  await confirm("Shop");

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  expect(screen.getByLabelText(/^Type/)).toHaveValue("Shop");
  expect(at()).toBe("/");
});

test("a member may create, but not delete the project", async () => {
  clusters();
  server.use(http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json({ ...acme, role: "MEMBER" })));
  open();

  expect(await screen.findByText("What it holds")).toBeVisible();
  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "Delete the project" })).not.toBeInTheDocument();
  });
});

test.each([
  [404, "NOT_FOUND"],
  [403, "FORBIDDEN"],
] as const)("answered %i %s, says so instead of showing what is in it", async (status, code) => {
  clusters();
  server.use(http.get(PROJECT, () => problem(status, code)));
  open();

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  expect(screen.queryByText("What it holds")).not.toBeInTheDocument();
});
