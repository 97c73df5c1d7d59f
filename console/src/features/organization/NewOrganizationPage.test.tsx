import { NewOrganizationPage } from "@/features/organization/NewOrganizationPage";
import { acme } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

async function typeAndSend(name: string) {
  const { user, at } = show(<NewOrganizationPage />);
  await user.type(await screen.findByLabelText("Name"), name);
  const send = () => user.click(screen.getByRole("button", { name: "Create the organization" }));
  await send();
  return { send, at };
}

test("creates the organization and goes there", async () => {
  server.use(
    http.post(route("/orgs"), async ({ request }) => {
      expect(await request.json()).toEqual({ name: "Acme" });
      return HttpResponse.json(acme, { status: 201 });
    }),
  );

  const { at } = await typeAndSend("Acme");

  await waitFor(() => {
    expect(at()).toBe(`/orgs/${acme.id}`);
  });
});

test("says what is missing before it asks", async () => {
  await typeAndSend("A");

  expect(await screen.findByText("At least 2 characters.")).toBeVisible();
});

test("puts the product's fault at its field", async () => {
  const errors = [{ field: "name", message: "must not hold a slash" }];
  server.use(http.post(route("/orgs"), () => problem(422, "INVALID_REQUEST", { errors })));

  await typeAndSend("A/B");

  expect(await screen.findByText("Must not hold a slash")).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveAttribute("aria-invalid", "true");
});

test("keeps what was typed through an outage, and creates nothing twice", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.post(route("/orgs"), ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json(acme, { status: 201 });
    }),
  );

  const { send, at } = await typeAndSend("Acme");
  expect(await screen.findByRole("alert")).toHaveTextContent("NETWORK_DOWN");
  expect(screen.getByLabelText("Name")).toHaveValue("Acme");
  await send();

  await waitFor(() => {
    expect(at()).toBe(`/orgs/${acme.id}`);
  });
  expect(keys[0]).not.toBeNull();
  expect(keys[1]).toBe(keys[0]);
});
