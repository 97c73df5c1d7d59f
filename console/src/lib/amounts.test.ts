import { counted, dayText, memoryText, moneyText } from "@/lib/amounts";
import { expect, test } from "vitest";

test.each([
  [{ amount: 2900, currency: "EUR" }, "€29"],
  [{ amount: 2950, currency: "EUR" }, "€29.50"],
  [{ amount: 2900, currency: "JPY" }, "¥2,900"],
  [{ amount: 1, currency: "BHD" }, "BHD 0.001"],
])("tells %o in the currency's own unit", (money, text) => {
  expect(moneyText(money).replace(/\u00a0/g, " ")).toBe(text);
});

test("guesses nothing of a currency without rules", () => {
  expect(moneyText({ amount: 5, currency: "no currency" })).toBe("5 no currency (smallest unit)");
});

test("tells memory, counts and days as one says them", () => {
  expect([memoryText(512), memoryText(1536), memoryText(16_384)]).toEqual(["512 MB", "1.5 GB", "16 GB"]);
  expect([counted(1, "server"), counted(3, "server")]).toEqual(["1 server", "3 servers"]);
  expect(dayText("2029-10-31")).toBe("Oct 31, 2029");
});
