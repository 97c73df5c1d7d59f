import type { EventFilter } from "@/features/event/queries";
import { EventsOfCluster } from "@/features/event/EventsOfCluster";
import { OrganizationEventsPage } from "@/features/event/OrganizationEventsPage";
import { eventKeys } from "@/features/event/queries";
import { filterOf } from "@/features/event/words";
import { acme, clusterReady, orders, shop } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { delay, http, HttpResponse } from "msw";
import { useState } from "react";
import { expect, test } from "vitest";

const at = route(`/projects/${shop.id}/clusters/${orders.id}/events`);
const failure = { ...clusterReady, seq: 8, id: "65f0c0ffee00000000000008", severity: "ERROR", message: "It failed." } as const;
const actor = { kind: "USER", id: null, name: "Robin", address: "192.0.2.7", userAgent: "curl/8" };

function Narrowed() {
  const [filter, setFilter] = useState<EventFilter>({});
  return <EventsOfCluster projectId={shop.id} clusterId={orders.id} filter={filter} setFilter={setFilter} />;
}

function page(...items: unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

test("tells what happened, how grave it is, by whom and from where, and the rest when asked to", async () => {
  server.use(http.get(at, () => page({ ...failure, actor, metadata: { cluster: "orders" } })));
  const { user } = show(<Narrowed />);

  const event = await screen.findByRole("listitem");
  expect(event).toHaveTextContent(/It failed\..*Error · Robin, 192\.0\.2\.7/s);
  await user.click(screen.getByText("Details"));

  expect(event).toHaveTextContent(/Cluster ready.*cluster.*orders.*curl\/8.*8.*c0ffee00/s);
});

test("asks for a severity and a kind alone, and for all again", async () => {
  const asked: string[] = [];
  server.use(
    http.get(at, ({ request }) => {
      const { searchParams } = new URL(request.url);
      asked.push(`${searchParams.get("severity") ?? ""}/${searchParams.get("type") ?? ""}`);
      return page();
    }),
  );
  const { user } = show(<Narrowed />);
  expect(await screen.findByText("No events yet")).toBeVisible();

  await user.selectOptions(screen.getByLabelText("Severity"), "Warning");
  await screen.findByText("No such events");
  await user.selectOptions(screen.getByLabelText("Kind"), "Cluster ready");
  await user.click(await screen.findByRole("button", { name: "Show all events" }));

  expect(await screen.findByText("No events yet")).toBeVisible();
  expect(asked).toEqual(["/", "WARNING/", "WARNING/CLUSTER_READY", "/"]);
});

test("shows a new event by itself, above the others", async () => {
  let items: unknown[] = [clusterReady];
  server.use(http.get(at, () => page(...items)));
  const { client } = show(<Narrowed />);
  await screen.findByText("The cluster is ready.");

  items = [failure, clusterReady];
  await client.invalidateQueries({ queryKey: eventKeys.ofCluster(orders.id) });

  await screen.findByText("It failed.");
  const shown = screen.getAllByRole("listitem");
  expect(shown[0]).toHaveTextContent("It failed.");
  expect(shown).toHaveLength(2);
});

test("goes on to earlier ones", async () => {
  server.use(
    http.get(at, ({ request }) =>
      new URL(request.url).searchParams.get("cursor") === null
        ? HttpResponse.json({ items: [failure], nextCursor: "next" })
        : page(clusterReady),
    ),
  );
  const { user } = show(<Narrowed />);

  await user.click(await screen.findByRole("button", { name: "Show earlier events" }));

  expect(await screen.findByText("The cluster is ready.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Show earlier events" })).toBeNull();
});

test("says that it is reading while the product is slow", async () => {
  server.use(
    http.get(at, async () => {
      await delay(200);
      return page(clusterReady);
    }),
  );
  show(<Narrowed />);

  expect(await screen.findByText("The events are being read")).toBeInTheDocument();
  expect(await screen.findByText("The cluster is ready.")).toBeVisible();
});

test.each([
  ["a 403", () => problem(403, "FORBIDDEN"), "FORBIDDEN"],
  ["a 404", () => problem(404, "NOT_FOUND"), "NOT_FOUND"],
  ["a 422", () => problem(422, "INVALID_REQUEST"), "INVALID_REQUEST"],
  ["a 429", () => problem(429, "BUSY"), "BUSY"],
  ["a 500", () => problem(500, "INTERNAL"), "INTERNAL"],
  ["a broken answer", () => new HttpResponse("{", { status: 200 }), "UNREADABLE_ANSWER"],
  ["no network", () => HttpResponse.error(), "NETWORK_DOWN"],
])("tells %s, and reads again when asked to", async (_, refuse, code) => {
  server.use(
    http.get(at, refuse, { once: true }),
    http.get(at, () => page(clusterReady)),
  );
  const { user } = show(<Narrowed />);

  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("The cluster is ready.")).toBeVisible();
});

test("an organization's events lead to their clusters", async () => {
  server.use(
    http.get(route(`/orgs/${acme.id}`), () => HttpResponse.json(acme)),
    http.get(route(`/orgs/${acme.id}/events`), () => page(clusterReady)),
  );
  show(<OrganizationEventsPage orgId={acme.id} filter={{}} setFilter={() => undefined} />);

  expect(await screen.findByRole("link", { name: /To the cluster/ })).toHaveAttribute(
    "href",
    `/orgs/${acme.id}/projects/${shop.id}/clusters/${orders.id}`,
  );
});

test("of an address's filter, what there is no such thing of is dropped", () => {
  expect(filterOf({ type: "CLUSTER_READY", severity: "LOUD" })).toEqual({ type: "CLUSTER_READY" });
});
