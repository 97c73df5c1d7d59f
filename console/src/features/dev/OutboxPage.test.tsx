import { MailPage } from "@/features/dev/MailPage";
import { OutboxPage } from "@/features/dev/OutboxPage";
import { mail } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

const OUTBOX = route("/dev/outbox");

function mails(...items: unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

test("lists each mail with whom it is to", async () => {
  server.use(http.get(OUTBOX, () => mails(mail, { ...mail, id: "65f0c0ffee00000000000017", to: "two@example.org" })));
  show(<OutboxPage absent={null} />);

  expect(await screen.findByRole("list", { name: "Mails" })).toHaveTextContent(/To you@example\.org.*ago.*To two@example\.org/);
  expect(screen.getAllByRole("link", { name: mail.subject })[0]).toHaveAttribute("href", `/dev/outbox/${mail.id}`);
});

test("says what will be here while there is none, and shows it by itself", async () => {
  server.use(
    http.get(OUTBOX, () => mails(), { once: true }),
    http.get(OUTBOX, () => mails(mail)),
  );
  show(<OutboxPage absent={null} />);

  expect(await screen.findByText("No mail yet")).toBeVisible();
  expect(await screen.findByRole("link", { name: mail.subject })).toBeVisible();
});

test("shows a mail with its link to follow", async () => {
  server.use(http.get(`${OUTBOX}/${mail.id}`, () => HttpResponse.json(mail)));
  show(<MailPage mailId={mail.id} absent={null} />);

  expect(await screen.findByRole("heading", { level: 1, name: mail.subject })).toBeVisible();
  expect(screen.getByRole("link", { name: mail.links[0] ?? "" })).toHaveAttribute("href", mail.links[0]);
  expect(screen.getByText(mail.text)).toBeVisible();
});

test("is nowhere where the product has no outbox", async () => {
  server.use(http.get(OUTBOX, () => problem(404, "NOT_FOUND")));
  show(<OutboxPage absent={<p>Nothing here</p>} />);

  expect(await screen.findByText("Nothing here")).toBeVisible();
  expect(screen.queryByText("Local outbox")).toBeNull();
});
