import { Notice } from "@/components/Notice";
import { TextLink } from "@/components/links";
import { tell } from "@/components/told";
import { paths } from "@/lib/paths";
import { show } from "@/testing/render";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

function open() {
  return show(
    <>
      <Notice />
      <TextLink to={paths.organizations}>On</TextLink>
    </>,
  );
}

test("has its place before there is anything to tell, so that what comes is read out", async () => {
  open();
  const place = await screen.findByRole("status");
  expect(place).toBeEmptyDOMElement();

  act(() => {
    tell("Shop is deleted.");
  });

  expect(place).toHaveTextContent("Shop is deleted.");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("goes when it is closed", async () => {
  tell("Shop is deleted.");
  const { user } = open();

  await user.click(await screen.findByRole("button", { name: "Close this message" }));

  expect(screen.queryByText("Shop is deleted.")).toBeNull();
});

test("goes when one goes on", async () => {
  const { user } = open();
  await screen.findByRole("status");
  act(() => {
    tell("Shop is deleted.");
  });

  await user.click(screen.getByRole("link", { name: "On" }));

  await waitFor(() => {
    expect(screen.queryByText("Shop is deleted.")).toBeNull();
  });
});
