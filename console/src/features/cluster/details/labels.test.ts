import { labelsSchema, patchBetween } from "@/features/cluster/details/labels";
import { expect, test } from "vitest";

test("the patch names what changed alone, and takes away by null", () => {
  expect(patchBetween({ team: "shop", stage: "dev", old: "x" }, { team: "shop", stage: "prod", new: "y" })).toEqual({
    stage: "prod",
    new: "y",
    old: null,
  });
});

test.each([
  ["Team", "shop"],
  ["", "shop"],
  ["-team", "shop"],
  ["t".repeat(64), "shop"],
  ["team", "v".repeat(101)],
  ["team", "a\u202Eb"],
])("refuses %j = %j, as the product would", (key, value) => {
  expect(labelsSchema.safeParse({ pairs: [{ key, value }] }).success).toBe(false);
});

test("refuses the same key twice, and a label too many", () => {
  const twice = [0, 1].map(() => ({ key: "team", value: "shop" }));
  const many = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: "" }));

  expect(labelsSchema.safeParse({ pairs: twice }).error?.issues[0]?.path).toEqual(["pairs", 1, "key"]);
  expect(labelsSchema.safeParse({ pairs: many }).success).toBe(false);
  expect(labelsSchema.safeParse({ pairs: many.slice(1) }).success).toBe(true);
});
