import { session } from "@/api/session";
import type { Organization } from "@/api/types";
import { NewClusterPage } from "@/features/cluster/create/NewClusterPage";
import { acme, orders, plans, regions, shop, versions } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test } from "vitest";

const CLUSTERS = route(`/projects/${shop.id}/clusters`);
const created = { ...orders, state: "CREATING" };

function list(items: readonly unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

beforeEach(() => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(route(`/orgs/${acme.id}/projects/${shop.id}`), () => HttpResponse.json(shop)),
    http.get(route("/plans"), () => list(plans)),
    http.get(route("/regions"), () => list(regions)),
    http.get(route("/mongodb-versions"), () => list(versions)),
    http.get(CLUSTERS, () => list([{ ...orders, name: "stock" }])),
  );
});

afterEach(() => {
  sessionStorage.clear();
});

function open(search = "") {
  return show(<NewClusterPage orgId={acme.id} projectId={shop.id} />, search);
}

type User = ReturnType<typeof open>["user"];

async function goOn(user: User) {
  await user.click(await screen.findByRole("button", { name: "Continue" }));
}

async function toSummary(name = "orders") {
  const { user, at } = open("?step=name");
  await user.type(await screen.findByRole("textbox", { name: "Name" }), name);
  await goOn(user);
  const create = () => user.click(screen.getByRole("button", { name: "Create the cluster" }));
  await screen.findByRole("button", { name: "Create the cluster" });
  return { user, at, create };
}

test("goes from the plan to the ordered cluster", async () => {
  let asked: unknown;
  server.use(
    http.post(CLUSTERS, async ({ request }) => {
      asked = await request.json();
      return HttpResponse.json(created, { status: 202 });
    }),
  );
  const { user, at } = open();

  expect(await screen.findByRole("heading", { name: "Create a cluster" })).toBeVisible();
  expect(await screen.findByRole("radio", { name: "Dev" })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "Small" }));
  expect(screen.getByRole("radio", { name: "Small" })).toHaveAccessibleDescription(/€29.50.*1.5 GB memory.*Scheduled backups/);
  await goOn(user);
  expect(await screen.findByRole("radio", { name: "North" })).toBeChecked();
  expect(screen.getByRole("radio", { name: "MongoDB 8.0" })).toBeChecked();
  await goOn(user);
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "orders");
  expect(await screen.findByText("orders is free in this project.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Add a label" }));
  await user.type(screen.getByRole("textbox", { name: "Key of label 1" }), "team");
  await user.type(screen.getByRole("textbox", { name: "Value of label 1" }), "shop");
  await user.click(screen.getByRole("switch", { name: /^Deletion protection/ }));
  await goOn(user);
  expect(await screen.findByText("€29.50 per month")).toBeVisible();
  expect(at()).toBe("/?step=summary");
  await user.click(screen.getByRole("button", { name: "Create the cluster" }));

  await waitFor(() => {
    expect(at()).toBe(`/orgs/${acme.id}/projects/${shop.id}/clusters/${orders.id}`);
  });
  expect(asked).toEqual({
    name: "orders",
    plan: "SMALL",
    region: "north",
    mongoVersion: "8.0",
    labels: { team: "shop" },
    deletionProtection: true,
  });
  expect(sessionStorage).toHaveLength(0);
});

test("needs no mouse: arrows choose, Enter goes on", async () => {
  const { user, at } = open();
  const first = await screen.findByRole("radio", { name: "Dev" });
  first.focus();
  await user.keyboard("{ArrowDown}{Enter}");

  expect(await screen.findByRole("radio", { name: "North" })).toHaveFocus();
  expect(at()).toBe("/?step=place");
});

test("tells how a region is, and which version is past its end of life", async () => {
  open("?step=place");

  expect(await screen.findByRole("radio", { name: "South" })).toHaveAccessibleDescription(/Not reachable.*Palermo.*Full/);
  expect(screen.getByRole("radio", { name: "North" })).toHaveAccessibleDescription(/Healthy.*Kiruna/);
  expect(screen.getByRole("radio", { name: "MongoDB 6.0" })).toHaveAccessibleDescription(/End of life/);
  expect(screen.getByRole("radio", { name: "MongoDB 8.0" })).toHaveAccessibleDescription(/Default.*Oct 31, 2099/);
});

test("an address beyond what is filled in leads to what is missing", async () => {
  open("?step=summary");

  expect(await screen.findByRole("textbox", { name: "Name" })).toBeVisible();
});

test("says at once that a name is taken, and offers one that is free", async () => {
  const { user } = open("?step=name");
  const name = await screen.findByRole("textbox", { name: "Name" });
  await user.type(name, "stock");

  expect(await screen.findByText("This project has a cluster of this name already.")).toBeVisible();
  expect(name).toHaveAttribute("aria-invalid", "true");
  await user.click(screen.getByRole("button", { name: "Use stock-2" }));
  expect(name).toHaveValue("stock-2");
  expect(screen.getByText("stock-2 is free in this project.")).toBeVisible();
});

test("says what is wrong with a name while it is typed, but waits for its end", async () => {
  const { user } = open("?step=name");
  const name = await screen.findByRole("textbox", { name: "Name" });
  await user.type(name, "or");
  expect(name).not.toHaveAttribute("aria-invalid", "true");
  await user.type(name, "_");
  expect(await screen.findByText(/^Only the letters a to z/)).toBeVisible();
  await user.clear(name);
  await goOn(user);

  expect(await screen.findByText("Say a name.")).toBeVisible();
});

test("a name that somebody took meanwhile leads back to its field, and keeps the rest", async () => {
  server.use(http.post(CLUSTERS, () => problem(409, "CLUSTER_NAME_TAKEN")));
  const { user, create } = await toSummary();
  await create();

  expect(await screen.findByText("This project has a cluster of this name already.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("orders");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
  await user.type(screen.getByRole("textbox", { name: "Name" }), "-2");
  expect(await screen.findByText("orders-2 is free in this project.")).toBeVisible();
});

test.each([
  ["plan", "Small", "not offered any more", "radio"],
  ["region", "North", "not known", "radio"],
  ["labels.team", "Add a label", "too long", "button"],
] as const)("puts the product's fault of %s where it is asked for", async (field, control, message, role) => {
  server.use(http.post(CLUSTERS, () => problem(422, "INVALID_REQUEST", { errors: [{ field, message }] })));
  const { create } = await toSummary();
  await create();

  expect(await screen.findByText(new RegExp(message, "i"))).toBeVisible();
  expect(screen.getByRole(role, { name: control })).toBeVisible();
});

test.each([
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [409, "CLUSTER_LIMIT_REACHED"],
  [409, "PROJECT_NOT_ACTIVE"],
  [500, "INTERNAL"],
  [503, "BUSY"],
] as const)("a refusal of %i %s stands there with its reference, and all is kept", async (status, code) => {
  server.use(http.post(CLUSTERS, () => problem(status, code)));
  const { user, create } = await toSummary();
  await create();

  expect(await screen.findByRole("alert")).toHaveTextContent(new RegExp(`was not created.*${code}.*c0ffee00`, "s"));
  await user.click(screen.getByRole("button", { name: "Change: Name" }));
  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("orders");
});

test("too many requests: says when to try again", async () => {
  server.use(http.post(CLUSTERS, () => new HttpResponse("", { status: 429, headers: { "Retry-After": "30" } })));
  const { create } = await toSummary();
  await create();

  expect(await screen.findByRole("alert")).toHaveTextContent("Try again in 30 seconds.");
});

test("an answer that makes no sense is told as that", async () => {
  server.use(http.post(CLUSTERS, () => new HttpResponse("<html>", { status: 202 })));
  const { create } = await toSummary();
  await create();

  expect(await screen.findByRole("alert")).toHaveTextContent("UNREADABLE_ANSWER");
});

test("after a lost answer the same is sent with the same key, and something else with another", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post(CLUSTERS, ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return keys.length < 3 ? HttpResponse.error() : HttpResponse.json(created, { status: 202 });
    }),
  );
  const { user, at, create } = await toSummary();
  await create();
  expect(await screen.findByRole("alert")).toHaveTextContent("NETWORK_DOWN");
  await create();
  await waitFor(() => {
    expect(keys).toHaveLength(2);
  });
  await user.click(await screen.findByRole("button", { name: "Change: Plan" }));
  await user.click(await screen.findByRole("radio", { name: "Small" }));
  await user.click(screen.getByRole("button", { name: "Summary" }));
  await create();

  await waitFor(() => {
    expect(at()).toContain(orders.id);
  });
  expect(keys[0]).not.toBeNull();
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("says that it is at work, and orders once however often one presses", async () => {
  let answer = () => {};
  let asked = 0;
  const held = new Promise<void>((done) => {
    answer = done;
  });
  server.use(
    http.post(CLUSTERS, async () => {
      asked += 1;
      await held;
      return HttpResponse.json(created, { status: 202 });
    }),
  );
  const { user, at, create } = await toSummary();
  await create();
  await user.click(await screen.findByRole("button", { name: "Creating …" }));
  answer();

  await waitFor(() => {
    expect(at()).toContain(orders.id);
  });
  expect(asked).toBe(1);
});

test("what was filled in is there again after a login in between", async () => {
  const { user } = open("?step=name");
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "orders");
  server.use(
    http.post(CLUSTERS, () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")),
  );
  await goOn(user);
  await user.click(await screen.findByRole("button", { name: "Create the cluster" }));
  await waitFor(() => {
    expect(session.getState()).toMatchObject({ status: "ended" });
  });

  expect(JSON.stringify(sessionStorage)).toContain("orders");
});

test("begins with what was kept, as far as it is still on offer", async () => {
  const first = open("?step=name");
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), "orders");
  first.unmount();
  server.use(http.get(route("/regions"), () => list([regions[0]])));
  open("?step=summary");

  expect(await screen.findByRole("heading", { name: "Is this what you want?" })).toBeVisible();
  expect(screen.getByText("orders")).toBeVisible();
  expect(screen.getByText("South")).toBeVisible();
});

test("a reader is told whom to ask, instead of filling in a form for nothing", async () => {
  const reader: Organization = { ...acme, role: "READER" };
  server.use(http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(reader)));
  open();

  expect(await screen.findByText("Your role is to read")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Continue" })).not.toBeInTheDocument();
});

test.each([
  ["/plans", "The plans could not be read"],
  [`/orgs/${acme.id}/projects/${shop.id}`, "The project could not be read"],
])("where %s fails, says so and tries again", async (path, words) => {
  server.use(http.get(route(path), () => problem(500, "INTERNAL"), { once: true }));
  const { user } = open();

  expect(await screen.findByRole("alert")).toHaveTextContent(new RegExp(`${words}.*INTERNAL`, "s"));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("radio", { name: "Dev" })).toBeVisible();
});

test("works without the list of names: the product decides", async () => {
  server.use(http.get(CLUSTERS, () => problem(503, "UNAVAILABLE")));
  const { user } = open("?step=name");
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "orders");
  await goOn(user);

  expect(await screen.findByRole("button", { name: "Create the cluster" })).toBeVisible();
});
