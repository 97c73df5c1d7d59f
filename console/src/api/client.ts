import { Problem } from "@/api/problem";
import { accessToken, refreshed } from "@/api/refresh";
import { API, send, sendForJson, unreadable } from "@/api/transport";
import { isObject } from "@/lib/json";
import type { paths } from "@generated/schema";
import createClient from "openapi-fetch";

const baseUrl = new URL(API, location.origin).href;

/** For what anybody may ask: signing up, logging in, verifying. */
export const publicApi = createClient<paths>({ baseUrl, fetch: (request) => sendForJson(request) });

/** For everything else, as the person signed in. */
export const api = createClient<paths>({ baseUrl, fetch: (request) => asPerson(request, sendForJson) });

type Call<T> = Promise<{ data?: T; response: Response }>;

/** The body of a success. Everything else has been thrown by then, as a {@link Problem}. */
export async function body<T>(call: Call<T>): Promise<T> {
  const { data, response } = await call;
  return readable(data, response, data === undefined || isObject(data));
}

/** As {@link body}, of a list: what pages go through is there, whatever came. */
export async function list<T extends { readonly items: readonly unknown[] }>(call: Call<T>): Promise<T> {
  const { data, response } = await call;
  const items: unknown = isObject(data) ? data["items"] : undefined;
  return readable(data, response, Array.isArray(items) && items.every(isObject));
}

/** What an `If-Match` has to say so that nobody's change is written over unseen. */
export interface Revised {
  readonly revision: string | undefined;
}

/** As {@link body}, with the revision that the answer's ETag tells. */
export async function bodyWithRevision<T extends { readonly id: string }>(call: Call<T>): Promise<T & Revised> {
  const { data, response } = await call;
  const thing = readable(data, response, isObject(data) && typeof data["id"] === "string");
  return { ...thing, revision: response.headers.get("ETag") ?? undefined };
}

function readable<T>(data: T | undefined, response: Response, rightly: boolean): T {
  if (!rightly) {
    throw unreadable(response.status, response.headers.get("X-Correlation-Id") ?? undefined);
  }
  return data as T;
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
