import { lookOf } from "@/components/states";
import { expect, test } from "vitest";

test("has a word for each state", () => {
  expect(lookOf("READY").word).toBe("Ready");
  expect(lookOf("CREATING")).toMatchObject({ word: "Creating", moving: true });
});

test.each(["TOMORROW", "constructor"])("shows %s, which it does not know, as unknown", (state) => {
  expect(lookOf(state)).toEqual({ word: `Unknown (${state})`, color: "gray", moving: false });
});
