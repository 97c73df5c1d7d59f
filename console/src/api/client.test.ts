import { api, list } from "@/api/client";
import { Problem } from "@/api/problem";
import { session } from "@/api/session";
import { isOrganization } from "@/api/shapes";
import { acme, you } from "@/testing/data";
import { problem, route, server } from "@/testing/server";
import { http, HttpResponse } from "msw";
import { expect, test } from "vitest";

const tokens = { accessToken: "new.b.c", expiresIn: 900, refreshToken: null, user: you };

function organizations() {
  return list(api.GET("/orgs"), isOrganization);
}

async function failure(): Promise<Problem> {
  const cause: unknown = await organizations().then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(cause).toBeInstanceOf(Problem);
  return cause as Problem;
}

test("asks as the person signed in, under a correlation id", async () => {
  server.use(
    http.get(route("/orgs"), ({ request }) => {
      expect(request.headers.get("Authorization")).toBe("Bearer a.b.c");
      expect(request.headers.get("X-Correlation-Id")).toMatch(/^[0-9a-f-]{36}$/);
      return HttpResponse.json({ items: [acme], nextCursor: null });
    }),
  );

  expect((await organizations()).items).toEqual([acme]);
});

test("refreshes once for all requests that are refused together, and asks again", async () => {
  let refreshes = 0;
  server.use(
    http.get(route("/orgs"), ({ request }) =>
      request.headers.get("Authorization") === "Bearer new.b.c"
        ? HttpResponse.json({ items: [], nextCursor: null })
        : problem(401, "UNAUTHENTICATED"),
    ),
    http.post(route("/auth/refresh"), () => {
      refreshes += 1;
      return HttpResponse.json(tokens);
    }),
  );

  await Promise.all([organizations(), organizations(), organizations()]);

  expect(refreshes).toBe(1);
});

test("refreshes before a token ends", async () => {
  session.setState({ status: "signedIn", accessToken: "old.b.c", expiresAt: Date.now() + 5000, user: you }, true);
  server.use(
    http.get(route("/orgs"), ({ request }) => {
      expect(request.headers.get("Authorization")).toBe("Bearer new.b.c");
      return HttpResponse.json({ items: [], nextCursor: null });
    }),
    http.post(route("/auth/refresh"), () => HttpResponse.json(tokens)),
  );

  await organizations();
});

test("is signed out when the session is over", async () => {
  server.use(
    http.get(route("/orgs"), () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")),
  );

  expect((await failure()).code).toBe("SESSION_ENDED");
  expect(session.getState()).toEqual({ status: "ended", user: you });
});

test("stays signed in when refreshing meets an outage", async () => {
  server.use(
    http.get(route("/orgs"), () => problem(401, "UNAUTHENTICATED")),
    http.post(route("/auth/refresh"), () => problem(503, "UNAVAILABLE")),
  );

  expect((await failure()).code).toBe("UNAVAILABLE");
  expect(session.getState().status).toBe("signedIn");
});

test.each([
  ["no connection", () => HttpResponse.error(), "NETWORK_DOWN"],
  ["no JSON", () => new HttpResponse("<html>", { status: 200 }), "UNREADABLE_ANSWER"],
  ["no object", () => HttpResponse.json(["Acme"]), "UNREADABLE_ANSWER"],
  ["nothing", () => new HttpResponse(null, { status: 200 }), "UNREADABLE_ANSWER"],
  ["a list without items", () => HttpResponse.json({ organizations: [acme] }), "UNREADABLE_ANSWER"],
  ["items that are none", () => HttpResponse.json({ items: [null] }), "UNREADABLE_ANSWER"],
  ["a fault without words", () => new HttpResponse("Bad gateway", { status: 502 }), "UNAVAILABLE"],
  ["a refusal without words", () => new HttpResponse(null, { status: 404 }), "UNREADABLE_ANSWER"],
  ["a code that is newer than the console", () => HttpResponse.json({ code: "TOMORROW" }, { status: 409 }), "TOMORROW"],
])("tells of %s", async (_, answer, code) => {
  server.use(http.get(route("/orgs"), answer));

  expect((await failure()).code).toBe(code);
});

test("knows how long to wait, which field is wrong, and what to refer to", async () => {
  const errors = [{ field: "name", message: "is too short" }];
  server.use(
    http.get(route("/orgs"), () => {
      const answer = problem(429, "BUSY", { errors });
      answer.headers.set("Retry-After", "17");
      return answer;
    }),
  );

  expect(await failure()).toMatchObject({
    retryAfterSeconds: 17,
    errors,
    correlationId: "c0ffee00-0000-4000-8000-000000000000",
  });
});
