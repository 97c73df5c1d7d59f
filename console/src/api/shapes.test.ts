import {
  isCluster,
  isConnectionTest,
  isCredentials,
  isEvent,
  isMail,
  isMailSummary,
  isMongoVersion,
  isOperation,
  isOrganization,
  isPlan,
  isProject,
  isRegion,
} from "@/api/shapes";
import { isSignUp, isTokens, isUser } from "@/api/tokens";
import { acme, clusterReady, connection, creation, mail, orders, plans, regions, shop, versions, you } from "@/testing/data";
import { expect, test } from "vitest";

const error = { code: "DISK_FULL", class: "PERMANENT", message: "No room.", retryable: false, whatToDo: "Retry it." };

const CASES: readonly [string, (value: unknown) => boolean, object | undefined][] = [
  ["a cluster", isCluster, orders],
  ["a cluster that is being created", isCluster, { ...orders, endpoint: null, operation: creation }],
  ["an operation", isOperation, creation],
  ["an operation that failed", isOperation, { ...creation, endedAt: "2026-01-31T12:01:00Z", error }],
  ["an organization", isOrganization, acme],
  ["a project", isProject, shop],
  ["an event", isEvent, clusterReady],
  ["a plan", isPlan, plans[0]],
  ["a region", isRegion, regions[0]],
  ["a version", isMongoVersion, versions[0]],
  ["credentials", isCredentials, connection],
  ["a connection test", isConnectionTest, { ok: true, latencyMs: 1, message: "Logged in." }],
  ["a mail", isMail, mail],
  ["a mail in a list", isMailSummary, mail],
  ["a user", isUser, you],
  ["tokens", isTokens, { accessToken: "a.b.c", expiresIn: 900, refreshToken: null, user: you }],
  ["a sign-up", isSignUp, { email: you.email, userId: you.id }],
];

test.each(CASES)("knows %s, and one that says more", (_, is, whole) => {
  expect(is(whole)).toBe(true);
  expect(is({ ...whole, tomorrow: "more" })).toBe(true);
});

test.each([...CASES.filter(([name]) => name !== "a mail in a list"), ["a mail in a list", isMailSummary, { id: "1", to: "", subject: "", sentAt: mail.sentAt }] as const])(
  "refuses %s that lacks a part, or has another in its place",
  (_, is, whole) => {
    for (const part of Object.keys(whole ?? {})) {
      expect(is({ ...whole, [part]: undefined }), `without ${part}`).toBe(false);
      expect(is({ ...whole, [part]: [{ no: "such thing" }] }), `with another ${part}`).toBe(false);
    }
  },
);

test.each([undefined, null, "text", 7, [], [orders]])("refuses %s", (value) => {
  expect(CASES.filter(([, is]) => is(value))).toEqual([]);
});

test("refuses what would break a page further in", () => {
  expect(isCluster({ ...orders, endpoint: { host: "h" } })).toBe(false);
  expect(isCluster({ ...orders, labels: { team: { name: "shop" } } })).toBe(false);
  expect(isCluster({ ...orders, operation: { ...creation, error: {} } })).toBe(false);
  expect(isOrganization({ ...acme, createdAt: "yesterday" })).toBe(false);
  expect(isMongoVersion({ ...versions[0], endOfLife: "2029-10-31T00:00:00Z" })).toBe(false);
  expect(isPlan({ ...plans[0], price: { amount: "9" } })).toBe(false);
});
