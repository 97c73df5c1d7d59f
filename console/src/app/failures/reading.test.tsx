import { failures, notFound } from "@/testing/failures";
import { openConsole } from "@/testing/console";
import { reading } from "@/testing/pages";
import { answerAll, answerLate, failAll } from "@/testing/product";
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";

// How long a query waits before it tries again by itself is no matter here.
vi.mock("@/lib/backoff", async (load) => ({ ...(await load<object>()), backoffMillis: () => 0 }));

/** Long enough to be seen, and no longer. */
const SLOW_MILLIS = 60;

type User = ReturnType<typeof openConsole>["user"];

/** Says what is wrong in one place at least, and everything that it says is of this failure. */
async function tells(words: RegExp, name: string) {
  await waitFor(() => {
    const told = screen.getAllByRole("alert").map(({ textContent }) => textContent);
    expect(told.length, name).toBeGreaterThan(0);
    expect(told.filter((text) => !words.test(text)), name).toEqual([]);
  });
}

async function tryAgain(user: User) {
  await user.click(screen.getAllByRole("button", { name: "Try again" })[0] ?? document.body);
}

test.each(reading)("$address tells each failure, and comes back without a reload", async ({ address, content }) => {
  const [first, ...others] = failures;
  failAll(first ?? notFound);
  const { user, at } = openConsole(address);
  await tells(first?.words ?? notFound.words, first?.name ?? "");
  for (const failure of others) {
    failAll(failure);
    await tryAgain(user);
    await tells(failure.words, failure.name);
  }

  answerAll();
  await tryAgain(user);

  expect(await screen.findAllByText(content)).not.toEqual([]);
  await waitFor(() => {
    expect(screen.queryByRole("alert")).toBeNull();
  });
  expect(at()).toBe(address);
});

test.each(reading)("$address tells what the product has no such thing of", async ({ address, gone }) => {
  failAll(notFound);
  openConsole(address);

  if (gone === undefined) {
    await tells(notFound.words, "404");
  } else {
    expect(await screen.findByText(gone)).toBeVisible();
  }
});

test.each(reading)("$address says that it is reading while the product is slow", async ({ address, waiting, content }) => {
  answerLate(SLOW_MILLIS);
  openConsole(address);

  expect(await screen.findByText(waiting)).toBeInTheDocument();
  expect(await screen.findAllByText(content)).not.toEqual([]);
  expect(screen.queryByText(waiting)).toBeNull();
});

test("five seconds are slow, and no failure", async () => {
  answerLate(5_000);
  openConsole("/orgs");

  expect(await screen.findByText("Your organizations are being read")).toBeInTheDocument();
  expect(await screen.findByText("Owner", {}, { timeout: 9_000 })).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});
