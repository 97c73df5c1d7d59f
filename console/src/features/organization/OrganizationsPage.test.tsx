import { OrganizationsPage } from "@/features/organization/OrganizationsPage";
import { acme } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

test("shows the organizations with one's role, each with its address", async () => {
  server.use(http.get(route("/orgs"), () => HttpResponse.json({ items: [acme], nextCursor: null })));

  show(<OrganizationsPage />);

  expect(await screen.findByRole("link", { name: "Acme" })).toHaveAttribute("href", `/orgs/${acme.id}`);
  expect(screen.getByText("Owner")).toBeVisible();
});

test("teaches the first step where there is none", async () => {
  server.use(http.get(route("/orgs"), () => HttpResponse.json({ items: [], nextCursor: null })));

  show(<OrganizationsPage />);

  expect(await screen.findByText("You are in no organization yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "New organization" })).toHaveAttribute("href", "/orgs/new");
});

test("says what went wrong, with a reference, and tries again", async () => {
  server.use(
    http.get(route("/orgs"), () => problem(403, "FORBIDDEN"), { once: true }),
    http.get(route("/orgs"), () => HttpResponse.json({ items: [acme], nextCursor: null })),
  );
  const { user } = show(<OrganizationsPage />);

  expect(await screen.findByRole("alert")).toHaveTextContent(/could not be read.*FORBIDDEN.*c0ffee00/s);
  await user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("link", { name: "Acme" })).toBeVisible();
});
