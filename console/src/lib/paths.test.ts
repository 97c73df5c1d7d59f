import { safeReturn } from "@/lib/paths";
import { expect, test } from "vitest";

test("goes back to where one wanted to go", () => {
  expect(safeReturn("/orgs/65f0c0ffee00000000000002?tab=events")).toBe("/orgs/65f0c0ffee00000000000002?tab=events");
});

test.each([undefined, "", "https://example.org", "//example.org", "/\\example.org", "/login?from=/login"])(
  "goes to the start instead of %s",
  (from) => {
    expect(safeReturn(from)).toBe("/");
  },
);
