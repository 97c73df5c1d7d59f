import type { Cluster } from "@/api/types";
import { SettingsPart } from "@/features/cluster/details/SettingsPart";
import { acme, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor, within } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

const address = { orgId: acme.id, projectId: shop.id, clusterId: orders.id };
const at = route(`/projects/${shop.id}/clusters/${orders.id}`);
const labelled: Cluster = { ...orders, labels: { team: "shop" } };

function answer(cluster: Cluster, revision = '"1"') {
  return HttpResponse.json(cluster, { headers: { ETag: revision } });
}

function known(cluster: Cluster, revision?: string) {
  server.use(http.get(at, () => answer(cluster, revision)));
}

beforeEach(() => {
  known(labelled);
  server.use(http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)));
});

async function changeLabel() {
  const shown = show(<SettingsPart {...address} />);
  const { user } = shown;
  const value = await screen.findByLabelText("Value 1");
  await waitFor(() => {
    expect(value).toHaveValue("shop");
  });
  await user.clear(value);
  await user.type(value, "books");
  await user.click(screen.getByRole("button", { name: "Save the labels" }));
  return shown;
}

async function askToDelete(name: string) {
  const shown = show(<SettingsPart {...address} />);
  await shown.user.click(await screen.findByRole("button", { name: "Delete the cluster" }));
  const dialog = await screen.findByRole("dialog");
  await shown.user.type(within(dialog).getByRole("textbox"), name);
  await shown.user.click(within(dialog).getByRole("button", { name: "Delete the cluster" }));
  return { ...shown, dialog };
}

test("sends what changed, guarded by the revision that was seen", async () => {
  let sent: unknown;
  let guard: string | null = null;
  server.use(
    http.patch(at, async ({ request }) => {
      sent = await request.json();
      guard = request.headers.get("If-Match");
      return answer({ ...labelled, labels: { team: "books" } }, '"2"');
    }),
  );

  await changeLabel();

  await waitFor(() => {
    expect(screen.queryByRole("button", { name: "Save the labels" })).toBeNull();
  });
  expect(sent).toEqual({ labels: { team: "books" } });
  expect(guard).toBe('"1"');
});

test("says what is wrong with a key before it asks", async () => {
  const { user } = show(<SettingsPart {...address} />);
  await user.click(await screen.findByRole("button", { name: "Add a label" }));
  await user.type(screen.getByLabelText("Key 2"), "Bad Key");
  await user.click(screen.getByRole("button", { name: "Save the labels" }));

  expect(await screen.findByText(/1 to 63 of a–z/)).toBeVisible();
  expect(screen.getByLabelText("Key 2")).toHaveValue("Bad Key");
});

test("shows both where somebody else was quicker, and saves one's own over theirs when told to", async () => {
  const guards: (string | null)[] = [];
  server.use(
    http.patch(at, ({ request }) => {
      guards.push(request.headers.get("If-Match"));
      known({ ...labelled, labels: { team: "toys" } }, '"2"');
      return guards.length === 1 ? problem(412, "REVISION_CHANGED") : answer({ ...labelled, labels: { team: "books" } }, '"3"');
    }),
  );

  const { user } = await changeLabel();
  const row = await screen.findByRole("row", { name: "team toys books" });
  expect(row).toBeVisible();
  expect(screen.getByLabelText("Value 1")).toHaveValue("books");
  await user.click(screen.getByRole("button", { name: "Save mine" }));

  await waitFor(() => {
    expect(guards).toEqual(['"1"', '"2"']);
  });
});

test("takes theirs when told to", async () => {
  server.use(
    http.patch(at, () => {
      known({ ...labelled, labels: { team: "toys" } }, '"2"');
      return problem(412, "REVISION_CHANGED");
    }),
  );

  const { user } = await changeLabel();
  await user.click(await screen.findByRole("button", { name: "Take theirs" }));

  expect(screen.getByLabelText("Value 1")).toHaveValue("toys");
});

test("saves at once where somebody changed something else", async () => {
  const guards: (string | null)[] = [];
  server.use(
    http.patch(at, ({ request }) => {
      guards.push(request.headers.get("If-Match"));
      known({ ...labelled, deletionProtection: true }, '"2"');
      return guards.length === 1 ? problem(412, "REVISION_CHANGED") : answer({ ...labelled, labels: { team: "books" } }, '"3"');
    }),
  );

  await changeLabel();

  await waitFor(() => {
    expect(guards).toEqual(['"1"', '"2"']);
  });
  expect(screen.queryByText("Somebody else changed the labels meanwhile")).toBeNull();
});

test.each([
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [409, "ALREADY_DELETING"],
  [422, "INVALID_REQUEST"],
  [429, "BUSY"],
  [500, "INTERNAL"],
] as const)("tells a %d, and keeps what was typed", async (status, code) => {
  server.use(http.patch(at, () => problem(status, code, { errors: status === 422 ? [{ field: "labels", message: "no" }] : [] })));

  await changeLabel();

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  expect(screen.getByLabelText("Value 1")).toHaveValue("books");
});

test.each([
  ["the network down", () => HttpResponse.error(), "NETWORK_DOWN"],
  ["an answer that makes no sense", () => new HttpResponse("<html>", { status: 200 }), "UNREADABLE_ANSWER"],
])("keeps what was typed with %s", async (_, refuse, code) => {
  server.use(http.patch(at, refuse));

  await changeLabel();

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  expect(screen.getByLabelText("Value 1")).toHaveValue("books");
});

test("keeps what was typed through the end of the session", async () => {
  server.use(
    http.patch(at, () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")),
  );

  await changeLabel();

  expect(await screen.findByRole("alert")).toHaveTextContent("SESSION_ENDED");
  expect(screen.getByLabelText("Value 1")).toHaveValue("books");
});

test("moves the switch when the product has said so, and not before", async () => {
  server.use(
    http.patch(at, async ({ request }) => {
      expect(await request.json()).toEqual({ deletionProtection: true });
      await delay(50);
      known({ ...labelled, deletionProtection: true }, '"2"');
      return answer({ ...labelled, deletionProtection: true }, '"2"');
    }),
  );
  const { user } = show(<SettingsPart {...address} />);
  const protection = await screen.findByRole("switch");

  await user.click(protection);

  expect(protection).not.toBeChecked();
  await waitFor(() => {
    expect(protection).toBeChecked();
  });
  expect(screen.getByText(/is protected, so it cannot be deleted/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Delete the cluster" })).toBeNull();
});

test("says that somebody else changed it, beside how it is now", async () => {
  server.use(
    http.patch(at, () => {
      known({ ...labelled, labels: { team: "toys" } }, '"2"');
      return problem(412, "REVISION_CHANGED");
    }),
  );
  const { user } = show(<SettingsPart {...address} />);

  await user.click(await screen.findByRole("switch"));

  expect(await screen.findByRole("alert")).toHaveTextContent(/Somebody else changed it meanwhile/);
  await waitFor(() => {
    expect(screen.getByLabelText("Value 1")).toHaveValue("toys");
  });
});

test("deletes by the name, and leads back to the project", async () => {
  server.use(http.delete(at, () => HttpResponse.json({ ...orders, state: "DELETING" }, { status: 202 })));

  const { at: address } = await askToDelete("orders");

  await waitFor(() => {
    expect(address()).toBe(`/orgs/${acme.id}/projects/${shop.id}`);
  });
});

test("asks nothing of the product while the name is another", async () => {
  const { dialog } = await askToDelete("order");

  expect(within(dialog).getByText("That is not its name.")).toBeVisible();
});

test.each([
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [409, "CLUSTER_PROTECTED"],
  [429, "BUSY"],
  [500, "INTERNAL"],
] as const)("tells why it was not deleted (%d), and keeps the name", async (status, code) => {
  server.use(http.delete(at, () => problem(status, code)));

  const { dialog } = await askToDelete("orders");

  expect(await within(dialog).findByRole("alert")).toHaveTextContent(code);
  expect(within(dialog).getByRole("textbox")).toHaveValue("orders");
});

test("offers a reader nothing that would be refused", async () => {
  server.use(http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json({ ...acme, role: "READER" })));

  show(<SettingsPart {...address} />);

  expect(await screen.findByText(/Your role in this organization is to read/)).toBeVisible();
  expect(screen.queryByRole("switch")).toBeNull();
});
