import { SignUpPage } from "@/features/identity/SignUpPage";
import { you } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

const at = route("/auth/signup");

async function signUp(password = "a lamp in every window") {
  const shown = show(<SignUpPage />);
  await shown.user.type(await screen.findByLabelText("Your name"), you.name);
  await shown.user.type(screen.getByLabelText("E-mail"), you.email);
  await shown.user.type(screen.getByLabelText("Password"), password);
  await shown.user.click(screen.getByRole("button", { name: "Create the account" }));
  return shown;
}

test("leads to the mail", async () => {
  server.use(http.post(at, () => HttpResponse.json({ email: you.email, userId: you.id }, { status: 201 })));

  const { at: where } = await signUp();

  await waitFor(() => {
    expect(where()).toMatch(/^\/check-mail\?email=/);
  });
});

test("says that a password is too short before it is sent", async () => {
  await signUp("short");

  expect(await screen.findByText("At least 12 characters.")).toBeVisible();
});

test.each([
  [429, "BUSY"],
  [500, "INTERNAL"],
] as const)("keeps what was typed through a %d, and sends the same again", async (status, code) => {
  const keys: (string | null)[] = [];
  server.use(
    http.post(at, ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return keys.length === 1 ? problem(status, code) : HttpResponse.json({ email: you.email, userId: you.id }, { status: 201 });
    }),
  );

  const { user, at: where } = await signUp();
  expect(await screen.findByRole("alert")).toHaveTextContent(code);
  expect(screen.getByLabelText("Password")).toHaveValue("a lamp in every window");
  await user.click(screen.getByRole("button", { name: "Create the account" }));

  await waitFor(() => {
    expect(where()).toMatch(/^\/check-mail/);
  });
  expect(keys[1]).toBe(keys[0]);
});
