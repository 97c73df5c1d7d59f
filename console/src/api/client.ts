import { Problem } from "@/api/problem";
import { accessToken, refreshed } from "@/api/refresh";
import { API, send, sendForJson } from "@/api/transport";
import type { paths } from "@generated/schema";
import createClient from "openapi-fetch";

const baseUrl = new URL(API, location.origin).href;

/** For what anybody may ask: signing up, logging in, verifying. */
export const publicApi = createClient<paths>({ baseUrl, fetch: (request) => sendForJson(request) });

/** For everything else, as the person signed in. */
export const api = createClient<paths>({ baseUrl, fetch: (request) => asPerson(request, sendForJson) });

/** The body of a success. Everything else has been thrown by then, as a {@link Problem}. */
export async function body<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** What an `If-Match` has to say so that nobody's change is written over unseen. */
export interface Revised {
  readonly revision: string | undefined;
}

/** As {@link body}, with the revision that the answer's ETag tells. */
export async function bodyWithRevision<T>(call: Promise<{ data?: T; response: Response }>): Promise<T & Revised> {
  const { data, response } = await call;
  return { ...(data as T), revision: response.headers.get("ETag") ?? undefined };
}

/** The event stream: opened as the person signed in, and read as it comes. */
export function openStream(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  const request = new Request(`${baseUrl}${path}`, { headers: { Accept: "text/event-stream", ...headers }, signal });
  return asPerson(request, send);
}

/** Bearer token, and one more try with another token where this one is refused. */
async function asPerson(request: Request, sender: (request: Request) => Promise<Response>): Promise<Response> {
  const again = request.clone();
  const token = await accessToken();
  try {
    return await sender(bearing(request, token));
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 401) {
      throw cause;
    }
  }
  return sender(bearing(again, await refreshed(token)));
}

function bearing(request: Request, token: string): Request {
  request.headers.set("Authorization", `Bearer ${token}`);
  return request;
}
