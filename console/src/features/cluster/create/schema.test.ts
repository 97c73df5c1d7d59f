import { labelsFault, nameFault, requestOf, suggestedName } from "@/features/cluster/create/schema";
import { expect, test } from "vitest";

test.each(["abc", "a1-b", `a${"b".repeat(29)}`])("takes the name %s", (name) => {
  expect(nameFault(name, ["other"])).toBeUndefined();
});

test.each([
  ["Orders", "lower case"],
  ["or_ders", "lower case"],
  ["1st", "Begin with a letter"],
  [`a${"b".repeat(30)}`, "At most 30"],
  ["orders", "already"],
])("refuses the name %s at once", (name, words) => {
  expect(nameFault(name, ["orders"])).toMatchObject({ message: expect.stringContaining(words) as string, early: false });
});

test.each(["", "a", "ab", "orders-"])("waits for more after “%s”", (name) => {
  expect(nameFault(name, [])).toMatchObject({ early: true });
});

test.each([
  ["Shop", [], "shop"],
  ["Shop", ["shop", "shop-2"], "shop-3"],
  ["shop-2", ["shop", "shop-2"], "shop-3"],
  ["Ångström & Söhne", [], "angstrom-sohne"],
  ["42 – Ω", [], "cluster"],
  ["A very long name of a project that goes on", [], "a-very-long-name-of-a-proj"],
] as const)("suggests after “%s”, where %j are taken, %s", (after, taken, suggestion) => {
  expect(suggestedName(after, taken)).toBe(suggestion);
  expect(nameFault(suggestion, taken)).toBeUndefined();
});

test.each([
  [[{ key: "Team", value: "shop" }], "“Team”: 1 to 63"],
  [[{ key: "", value: "shop" }], "“shop”: 1 to 63"],
  [[{ key: "team", value: "x".repeat(101) }], "100 characters"],
  [[{ key: "team", value: "a" }, { key: "team", value: "b" }], "“team”: There is another label"],
  [Array.from({ length: 21 }, (_, at) => ({ key: `k${at}`, value: "" })), "At most 20"],
])("refuses the labels %j", (labels, words) => {
  expect(labelsFault(labels)).toContain(words);
});

test("sends the labels that say something, and no empty rows", () => {
  const values = { plan: "DEV", region: "local", mongoVersion: "8.0", name: "orders", deletionProtection: true };
  const labels = [{ key: "team", value: "shop" }, { key: "", value: "" }];

  expect(labelsFault(labels)).toBeUndefined();
  expect(requestOf({ ...values, labels })).toEqual({ ...values, labels: { team: "shop" } });
});
