import type { Failure } from "@/testing/failures";
import { acme, clusterReady, connection, creation, mail, orders, plans, regions, shop, versions, you } from "@/testing/data";
import { problem, route, server } from "@/testing/server";
import { delay, http, HttpResponse, type RequestHandler } from "msw";

const PROJECT = `/orgs/${acme.id}/projects/${shop.id}`;
const CLUSTER = `/projects/${shop.id}/clusters/${orders.id}`;

/** Everything that the console asks for, answered well by a product that has one of each thing. */
export function answerAll(): void {
  server.resetHandlers(...wellAnswers());
}

/** From now on everything fails like that, but the stream of events and the end of the session. */
export function failAll({ answer }: Failure): void {
  server.resetHandlers(stream(), http.all(route("/*"), answer));
}

/** From now on what one asks for by pressing a button fails like that; what pages read by themselves is answered well. */
export function failWrites({ answer }: Failure): void {
  server.resetHandlers(...asked(answer), ...wellAnswers());
}

/** From now on nobody is signed in any more, and pages that read by themselves have not noticed yet. */
export function endSessions(): void {
  const refused = () => problem(401, "UNAUTHENTICATED");
  server.resetHandlers(http.post(route("/auth/refresh"), () => problem(401, "SESSION_ENDED")), ...asked(refused), ...wellAnswers());
}

function asked(answer: () => Response): RequestHandler[] {
  const all = route("/*");
  return [http.post(all, answer), http.patch(all, answer), http.delete(all, answer), http.get(route(`${CLUSTER}/credentials`), answer)];
}

/** Everything is answered well, but so much later. Gives what was asked for, in its order. */
export function answerLate(millis: number): string[] {
  const asked: string[] = [];
  const wait = http.all(route("/*"), async ({ request }) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    await delay(millis);
  });
  server.resetHandlers(stream(), wait, ...wellAnswers());
  return asked;
}

/** For a project whose end one asks for. */
export function answerNoClusters(): void {
  server.use(http.get(route(`/projects/${shop.id}/clusters`), () => list([])));
}

function wellAnswers(): RequestHandler[] {
  return [
    stream(),
    http.post(route("/auth/login"), () => json({ accessToken: "x.y.z", expiresIn: 900, refreshToken: null, user: you })),
    http.post(route("/auth/refresh"), () => json({ accessToken: "x.y.z", expiresIn: 900, refreshToken: null, user: you })),
    http.post(route("/auth/logout"), () => nothing()),
    http.post(route("/auth/signup"), () => json({ email: you.email, userId: you.id }, 201)),
    http.post(route("/auth/verify-email"), () => json(you)),
    http.post(route("/auth/resend-verification"), () => nothing()),
    http.get(route("/dev/outbox"), () => list([mail])),
    http.get(route(`/dev/outbox/${mail.id}`), () => json(mail)),
    http.get(route("/plans"), () => list(plans)),
    http.get(route("/regions"), () => list(regions)),
    http.get(route("/mongodb-versions"), () => list(versions)),
    http.get(route("/orgs"), () => list([acme])),
    http.post(route("/orgs"), () => json(acme, 201)),
    http.get(route(`/orgs/${acme.id}`), () => json(acme)),
    http.get(route(`/orgs/${acme.id}/clusters`), () => list([orders])),
    http.get(route(`/orgs/${acme.id}/events`), () => list([clusterReady])),
    http.get(route(`/orgs/${acme.id}/projects`), () => list([shop])),
    http.post(route(`/orgs/${acme.id}/projects`), () => json(shop, 201)),
    http.get(route(PROJECT), () => json(shop)),
    http.delete(route(PROJECT), () => nothing()),
    http.get(route(`/projects/${shop.id}/clusters`), () => list([orders])),
    http.post(route(`/projects/${shop.id}/clusters`), () => json(orders, 202)),
    http.get(route(CLUSTER), () => json(orders)),
    http.patch(route(CLUSTER), async ({ request }) => json({ ...orders, ...(await request.json() as object) })),
    http.delete(route(CLUSTER), () => json({ ...orders, state: "DELETING" }, 202)),
    http.get(route(`${CLUSTER}/operations`), () => list([creation])),
    http.get(route(`${CLUSTER}/events`), () => list([clusterReady])),
    http.get(route(`${CLUSTER}/credentials`), () => json(connection)),
    http.post(route(`${CLUSTER}/connection-test`), () => json({ ok: true, latencyMs: 12, message: "Logged in." })),
  ];
}

/** A stream of events that is there, and tells what the test tells it. */
export function stream(tells: (event: (text: string) => void) => void = () => undefined): RequestHandler {
  return http.get(route("/orgs/:orgId/events/stream"), ({ request }) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        tells((text) => {
          controller.enqueue(new TextEncoder().encode(text));
        });
        request.signal.addEventListener("abort", () => {
          controller.close();
        });
      },
    });
    return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
  });
}

function json(body: object, status = 200) {
  return HttpResponse.json(body, { status });
}

function list(items: readonly unknown[]) {
  return HttpResponse.json({ items, nextCursor: null });
}

function nothing() {
  return new HttpResponse(null, { status: 204 });
}
