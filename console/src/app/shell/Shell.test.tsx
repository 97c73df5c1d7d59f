import { session } from "@/api/session";
import { openConsole } from "@/testing/console";
import { acme, orders, shop, you } from "@/testing/data";
import { answerAll, failAll } from "@/testing/product";
import { failures } from "@/testing/failures";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";

vi.mock("@/lib/backoff", async (load) => ({ ...(await load<object>()), backoffMillis: () => 0 }));

const org = `/orgs/${acme.id}`;
const other = { ...acme, id: "65f0c0ffee00000000000022", name: "Books" };
const staging = { ...shop, id: "65f0c0ffee00000000000033", name: "Staging" };

function list(items: readonly unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

beforeEach(() => {
  answerAll();
});

test("says where one is, and leads to another organization", async () => {
  server.use(
    http.get(route("/orgs"), () => list([acme, other])),
    http.get(route(`/orgs/${other.id}`), () => HttpResponse.json(other)),
    http.get(route(`/orgs/${other.id}/projects`), () => list([])),
    http.get(route(`/orgs/${other.id}/clusters`), () => list([])),
  );
  const { user, at } = openConsole(org);

  await user.click(await screen.findByRole("button", { name: "Organization: Acme" }));
  expect(within(screen.getByRole("menuitem", { name: /Acme/ })).getByLabelText("chosen")).toBeVisible();
  await user.click(screen.getByRole("menuitem", { name: "Books" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Books" })).toBeVisible();
  expect(at()).toBe(`/orgs/${other.id}`);
  expect(screen.getByRole("button", { name: "Organization: Books" })).toBeVisible();
});

test("leads to another project of the organization, to all of them, and to a new one", async () => {
  server.use(
    http.get(route(`${org}/projects`), () => list([shop, staging])),
    http.get(route(`${org}/projects/${staging.id}`), () => HttpResponse.json(staging)),
    http.get(route(`/projects/${staging.id}/clusters`), () => list([])),
  );
  const { user, at } = openConsole(`${org}/projects/${shop.id}`);

  await user.click(await screen.findByRole("button", { name: "Project: Shop" }));
  await user.click(screen.getByRole("menuitem", { name: "Staging" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Staging" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Project: Staging" }));
  await user.click(screen.getByRole("menuitem", { name: "New project" }));
  expect(await screen.findByRole("heading", { level: 1, name: "New project" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Project: none chosen" }));
  await user.click(screen.getByRole("menuitem", { name: "All projects" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Acme" })).toBeVisible();
  expect(at()).toBe(org);
});

test("a switcher says that it could not read, and reads again", async () => {
  server.use(http.get(route("/orgs"), () => problem(500, "INTERNAL")));
  const { user } = openConsole(org);
  await screen.findByRole("heading", { level: 1, name: "Acme" });

  await user.click(await screen.findByRole("button", { name: "Organization: none chosen" }));
  expect(await screen.findByText("These could not be read.")).toBeVisible();
  answerAll();
  await user.click(screen.getByRole("menuitem", { name: "Try again" }));

  expect(await screen.findByRole("menuitem", { name: /Acme/ })).toBeVisible();
});

test("who has logged out stays so, though the product has not heard of it", async () => {
  const { user } = openConsole("/orgs");
  await screen.findByText("Owner");
  server.use(http.post(route("/auth/logout"), () => problem(500, "INTERNAL")));
  await user.click(screen.getByRole("button", { name: "Your account" }));
  await user.click(screen.getByRole("menuitem", { name: "Log out" }));

  expect(await screen.findByRole("heading", { name: "Log in" })).toBeVisible();
  expect(session.getState()).toEqual({ status: "signedOut" });
});

test("the account menu says who one is, and logs out", async () => {
  const { user, at } = openConsole("/orgs");

  await user.click(await screen.findByRole("button", { name: "Your account" }));
  expect(screen.getByRole("menu")).toHaveTextContent(`${you.name}${you.email}`);
  await user.click(screen.getByRole("menuitem", { name: "Log out" }));

  expect(await screen.findByRole("heading", { name: "Log in" })).toBeVisible();
  expect(session.getState()).toEqual({ status: "signedOut" });
  expect(at()).toContain("/login");
});

test.each(failures)("logs out here through $name", async (failure) => {
  const { user } = openConsole("/orgs");
  await user.click(await screen.findByRole("button", { name: "Your account" }));
  failAll(failure);
  await user.click(screen.getByRole("menuitem", { name: "Log out" }));

  expect(await screen.findByRole("heading", { name: "Log in" })).toBeVisible();
});

test("what somebody has typed is not there for the next person", async () => {
  const { user } = openConsole("/orgs/new");
  await user.type(await screen.findByLabelText("Name"), "Secret plans");
  server.use(
    http.post(route("/orgs"), () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")),
  );
  await user.click(screen.getByRole("button", { name: "Create the organization" }));
  const dialog = await screen.findByRole("dialog", { name: "Your session has ended" });
  expect(within(dialog).getByLabelText("E-mail")).toHaveAttribute("readonly");
  answerAll();
  server.use(
    http.post(route("/auth/login"), () =>
      HttpResponse.json({ accessToken: "n.e.w", expiresIn: 900, refreshToken: null, user: { ...you, id: "65f0c0ffee00000000000099" } }),
    ),
  );
  await user.type(within(dialog).getByLabelText("Password"), "a lamp in every window");
  await user.click(within(dialog).getByRole("button", { name: "Log in" }));

  await waitFor(() => {
    expect(screen.getByLabelText("Name")).toHaveValue("");
  });
});

test("somebody else may log in instead, and leaves the page for it", async () => {
  const { user, at } = openConsole("/orgs/new");
  await user.type(await screen.findByLabelText("Name"), "Acme");
  server.use(
    http.post(route("/orgs"), () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")),
  );
  await user.click(screen.getByRole("button", { name: "Create the organization" }));
  await user.click(await screen.findByRole("button", { name: /log in as somebody else/ }));

  expect(await screen.findByLabelText("E-mail")).toHaveValue("");
  expect(screen.queryByText("Your session has ended")).toBeNull();
  expect(at()).toMatch(/^\/login\?from=/);
});

test("who comes from elsewhere after the end of a session logs in, and comes back", async () => {
  session.setState({ status: "ended", user: you }, true);
  server.use(http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")));
  const { user, at } = openConsole("/orgs");

  expect(await screen.findByText("Your session has ended")).toBeVisible();
  await user.type(screen.getByLabelText("E-mail"), you.email);
  await user.type(screen.getByLabelText("Password"), "a lamp in every window");
  await user.click(screen.getByRole("button", { name: "Log in" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Organizations" })).toBeVisible();
  expect(at()).toBe("/orgs");
});

test("the navigation opens on a phone, and closes by going somewhere", async () => {
  const { user } = openConsole(org);
  // Hidden here, where the window is as wide as a desk.
  const burger = (name: string) => screen.findByLabelText(name);
  await user.click(await burger("Open the navigation"));
  expect(await burger("Close the navigation")).toHaveAttribute("aria-expanded", "true");

  await user.click(within(screen.getByRole("navigation", { name: "Main" })).getByRole("link", { name: "Clusters" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Clusters" })).toBeVisible();
  expect(await burger("Open the navigation")).toHaveAttribute("aria-expanded", "false");
});

test("the navigation names what there is where one is", async () => {
  openConsole(`${org}/projects/${shop.id}/clusters/${orders.id}`);

  const main = await screen.findByRole("navigation", { name: "Main" });
  expect(within(main).getAllByRole("link").map(({ textContent }) => textContent)).toEqual([
    "Start",
    "Organizations",
    "Projects",
    "Clusters",
    "Events",
  ]);
});

test.each(failures)("opening the console through $name says so, and goes on", async (failure) => {
  session.setState({ status: "unknown" }, true);
  failAll(failure);
  const { user } = openConsole("/orgs");
  const refused = failure.name.startsWith("4") && !failure.name.includes("without") && failure.name !== "429";
  if (refused) {
    // The product itself has said that there is no session: so one logs in.
    expect(await screen.findByRole("heading", { name: "Log in" })).toBeVisible();
    return;
  }
  expect(await screen.findByRole("alert")).toHaveTextContent(failure.words);

  answerAll();
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("heading", { level: 1, name: "Organizations" })).toBeVisible();
});
