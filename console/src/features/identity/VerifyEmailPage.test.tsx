import { ResendVerificationPage } from "@/features/identity/ResendVerificationPage";
import { VerifyEmailPage } from "@/features/identity/VerifyEmailPage";
import { you } from "@/testing/data";
import { show } from "@/testing/render";
import { problem, route, server } from "@/testing/server";
import { screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

test("welcomes who followed the link", async () => {
  server.use(http.post(route("/auth/verify-email"), () => HttpResponse.json(you)));

  show(<VerifyEmailPage token="t" />);

  expect(await screen.findByText("Your e-mail is verified")).toBeVisible();
  expect(screen.getByRole("link", { name: "Log in" })).toHaveAttribute("href", expect.stringContaining("/login?email="));
});

test("offers a new link where this one does not work", async () => {
  server.use(http.post(route("/auth/verify-email"), () => problem(429, "BUSY")));

  show(<VerifyEmailPage token="t" />);

  expect(await screen.findByRole("alert")).toHaveTextContent("BUSY");
  expect(screen.getByRole("link", { name: "Send a new link" })).toHaveAttribute("href", "/resend-verification");
});

test("says that a link without its end is not whole", async () => {
  show(<VerifyEmailPage />);

  expect(await screen.findByRole("heading", { name: "This link is not whole" })).toBeVisible();
});

test("sends the link again to the address that was named", async () => {
  server.use(http.post(route("/auth/resend-verification"), () => new HttpResponse(null, { status: 204 })));
  const { user, at } = show(<ResendVerificationPage email={you.email} />);

  await user.click(await screen.findByRole("button", { name: "Send the link" }));

  await waitFor(() => {
    expect(at()).toMatch(/^\/check-mail/);
  });
});
