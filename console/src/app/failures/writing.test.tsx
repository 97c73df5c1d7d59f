import { session, signOut } from "@/api/session";
import { openConsole } from "@/testing/console";
import { failures, notFound } from "@/testing/failures";
import { FORMS, type WritingForm } from "@/testing/forms";
import { answerAll, answerLate, endSessions, failWrites } from "@/testing/product";
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

const SLOW_MILLIS = 150;

afterEach(() => {
  sessionStorage.clear();
});

async function begin({ address, signedOut = false, fill }: WritingForm) {
  answerAll();
  if (signedOut) {
    signOut();
  }
  const shown = openConsole(address);
  await fill(shown.user);
  return shown;
}

function submit({ button, within: place }: WritingForm) {
  const buttons = place === undefined ? screen.getAllByRole("button", { name: button }) : within(screen.getByRole(place)).getAllByRole("button", { name: button });
  return buttons.at(-1) ?? document.body;
}

test.each(FORMS)("$name tells each failure, loses nothing typed, and goes on without a reload", async (form) => {
  const { user } = await begin(form);
  for (const failure of [...failures, notFound]) {
    failWrites(failure);
    await user.click(submit(form));
    await waitFor(() => {
      expect(screen.getAllByRole("alert").some(({ textContent }) => failure.words.test(textContent)), failure.name).toBe(true);
    });
    expect(form.typed(), failure.name).toEqual(form.values);
  }

  answerAll();
  await user.click(submit(form));

  expect(await screen.findAllByText(form.done)).not.toEqual([]);
  expect(screen.queryByRole("alert")).toBeNull();
});

test.each(FORMS)("$name says that it is busy, and asks once however often it is pressed", async (form) => {
  const { user } = await begin(form);
  const asked = answerLate(SLOW_MILLIS);

  await user.click(submit(form));
  const busy = await screen.findByText(form.busy);
  await user.click(busy);
  expect(form.typed()).toEqual(form.values);

  expect(await screen.findAllByText(form.done)).not.toEqual([]);
  expect(asked.filter((request) => request.startsWith(form.asks))).toHaveLength(1);
});

test.each(FORMS.filter(({ signedOut }) => signedOut !== true))("$name waits while one logs in again", async (form) => {
  const { user, at } = await begin(form);
  const before = at();
  endSessions();
  await user.click(submit(form));

  const dialog = await screen.findByRole("dialog", { name: "Your session has ended" });
  expect(within(dialog).getByLabelText("E-mail")).toHaveValue("you@example.org");
  answerAll();
  await user.type(within(dialog).getByLabelText("Password"), "a lamp in every window");
  await user.click(within(dialog).getByRole("button", { name: "Log in" }));
  await waitFor(() => {
    expect(session.getState().status).toBe("signedIn");
  });

  expect(at()).toBe(before);
  expect(form.typed()).toEqual(form.values);
  await user.click(submit(form));
  expect(await screen.findAllByText(form.done)).not.toEqual([]);
});

// Five for the answer, and five for the page that it leads to.
test("five seconds are slow, and no failure", async () => {
  const form = FORMS.find(({ name }) => name === "a new organization");
  if (form === undefined) {
    throw new Error("There is no such form.");
  }
  const { user } = await begin(form);
  const asked = answerLate(5_000);

  await user.click(submit(form));
  await user.click(await screen.findByText(form.busy));

  expect(await screen.findAllByText(form.done, {}, { timeout: 20_000 })).not.toEqual([]);
  expect(asked.filter((request) => request.startsWith(form.asks))).toHaveLength(1);
}, 30_000);
