import { ConnectButton } from "@/features/cluster/details/ConnectButton";
import { acme, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

const address = { orgId: acme.id, projectId: shop.id, clusterId: orders.id };
const at = `/projects/${shop.id}/clusters/${orders.id}`;
const connectionString = "mongodb://admin:s3cret@127.0.0.1:27017/?authSource=admin&directConnection=true";
const credentials = {
  connectionString,
  host: "127.0.0.1",
  port: 27017,
  username: "admin",
  password: "s3cret",
  shell: `mongosh "${connectionString}"`,
  former: null,
};

async function open(cluster = orders) {
  const { user } = show(<ConnectButton address={address} cluster={cluster} />);
  await user.click(await screen.findByRole("button", { name: "Connect" }));
  return user;
}

function looks() {
  const count = { looks: 0 };
  server.use(
    http.get(route(`${at}/credentials`), () => {
      count.looks += 1;
      return HttpResponse.json(credentials);
    }),
  );
  return count;
}

test("reads nothing by being opened, and says what a look is", async () => {
  const count = looks();

  await open();

  expect(await screen.findByText(/Each look at it is told among the events/)).toBeVisible();
  expect(count.looks).toBe(0);
});

test("copies the connection string by one press, unseen", async () => {
  const count = looks();
  const user = await open();

  await user.click(await screen.findByRole("button", { name: "Copy the connection string" }));

  expect(await screen.findByText("Copied")).toBeVisible();
  expect(await navigator.clipboard.readText()).toBe(connectionString);
  expect(screen.queryByText(/s3cret/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Copy the connection string" }));
  expect(count.looks).toBe(1);
});

test("shows the password only when asked to, in the code too", async () => {
  looks();
  const user = await open();
  await user.click(await screen.findByRole("button", { name: "Show how to connect" }));
  expect(await screen.findByText(/^mongosh/)).toHaveTextContent("admin:<password>@");

  await user.click(screen.getByRole("button", { name: "Show the password" }));

  expect(screen.getByText(/^mongosh/)).toHaveTextContent("admin:s3cret@");
  await user.click(screen.getByRole("tab", { name: "Python" }));
  expect(screen.getByRole("region", { name: "the code for Python" })).toHaveTextContent(`MongoClient("${connectionString}")`);
});

test("says to a reader who may", async () => {
  server.use(http.get(route(`${at}/credentials`), () => problem(403, "FORBIDDEN")));
  const user = await open();

  await user.click(await screen.findByRole("button", { name: "Show how to connect" }));

  expect(await screen.findByRole("alert")).toHaveTextContent(/Members, administrators and owners/);
});

test.each([
  [404, "NOT_FOUND"],
  [409, "NOT_READY"],
  [429, "BUSY"],
  [500, "INTERNAL"],
] as const)("tells a %d, and tries again when asked to", async (status, code) => {
  server.use(
    http.get(route(`${at}/credentials`), () => problem(status, code), { once: true }),
    http.get(route(`${at}/credentials`), () => HttpResponse.json(credentials)),
  );
  const user = await open();

  await user.click(await screen.findByRole("button", { name: "Copy the connection string" }));
  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  await user.click(screen.getByRole("button", { name: "Copy the connection string" }));

  expect(await screen.findByText("Copied")).toBeVisible();
});

test("waits with a cluster that is not ready", async () => {
  await open({ ...orders, state: "CREATING", endpoint: null });

  expect(await screen.findByText(/orders is being created/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Copy the connection string" })).toBeNull();
});

test("tests the connection: that it works, that it does not, that nobody knows", async () => {
  server.use(
    http.post(route(`${at}/connection-test`), () => HttpResponse.json({ ok: true, latencyMs: 12, message: "Logged in." }), { once: true }),
    http.post(route(`${at}/connection-test`), () => HttpResponse.json({ ok: false, latencyMs: 5000, message: "No answer." }), { once: true }),
    http.post(route(`${at}/connection-test`), () => HttpResponse.error()),
  );
  const user = await open();
  const test = () => user.click(screen.getByRole("button", { name: "Test the connection" }));
  await screen.findByRole("button", { name: "Test the connection" });

  await test();
  expect(await screen.findByText("It works, in 12 ms")).toBeVisible();
  await test();
  expect(await screen.findByText("It does not work (after 5000 ms)")).toBeVisible();
  await test();
  expect(await screen.findByRole("alert")).toHaveTextContent("NETWORK_DOWN");
});
