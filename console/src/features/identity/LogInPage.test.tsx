import { session, sessionEnds, signIn, signOut } from "@/api/session";
import { LogInPage } from "@/features/identity/LogInPage";
import { you } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

beforeEach(() => {
  signOut();
});

async function logIn() {
  const { user } = show(<LogInPage />);
  await user.type(await screen.findByLabelText("E-mail"), you.email);
  await user.type(screen.getByLabelText("Password"), "correct horse battery");
  await user.click(screen.getByRole("button", { name: "Log in" }));
}

test("signs in as the console, whose refresh token no script sees", async () => {
  server.use(
    http.post(route("/auth/login"), async ({ request }) => {
      expect(await request.json()).toMatchObject({ email: you.email, client: "console" });
      return HttpResponse.json({ accessToken: "a.b.c", expiresIn: 900, refreshToken: null, user: you });
    }),
  );

  await logIn();

  await waitFor(() => {
    expect(session.getState()).toMatchObject({ status: "signedIn", user: you });
  });
});

test("says that e-mail or password is wrong, and keeps both", async () => {
  server.use(http.post(route("/auth/login"), () => problem(401, "INVALID_CREDENTIALS")));

  await logIn();

  expect(await screen.findByRole("alert")).toHaveTextContent("There is no account with this e-mail and this password.");
  expect(screen.getByLabelText("Password")).toHaveValue("correct horse battery");
});

test("leads to another mail where the address is not verified", async () => {
  server.use(http.post(route("/auth/login"), () => problem(403, "EMAIL_NOT_VERIFIED")));

  await logIn();

  expect(await screen.findByRole("link", { name: "have it sent again" })).toHaveAttribute("href", "/resend-verification");
});

test("tells why one has to log in again", async () => {
  signIn({ accessToken: "a.b.c", expiresIn: 900, refreshToken: null, user: you });
  sessionEnds();

  show(<LogInPage />);

  expect(await screen.findByText("Your session has ended")).toBeVisible();
});
