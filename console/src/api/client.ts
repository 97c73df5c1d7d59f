import { Problem } from "@/api/problem";
import { accessToken, refreshed } from "@/api/refresh";
import { API, send, sendForJson, unreadable } from "@/api/transport";
import { listOf, orNull, text, thing } from "@/lib/shape";
import type { paths } from "@generated/schema";
import createClient from "openapi-fetch";

const baseUrl = new URL(API, location.origin).href;

/** For what anybody may ask: signing up, logging in, verifying. */
export const publicApi = createClient<paths, "application/json">({ baseUrl, fetch: (request) => sendForJson(request) });

/** For everything else, as the person signed in. */
export const api = createClient<paths, "application/json">({ baseUrl, fetch: (request) => asPerson(request, sendForJson) });

type Call<T> = Promise<{ data?: T; response: Response }>;

type Is<T> = (value: unknown) => value is T;

/** The body of a success, which is what it should be. All else has been thrown by then, as a {@link Problem}. */
export async function body<T>(call: Call<T>, is: Is<T>): Promise<T> {
  return (await answer(call, is)).data;
}

/** As {@link body}, of a list, whose items all are what they should be. */
export function list<I, T extends List<I>>(call: Call<T>, is: Is<I>): Promise<T> {
  const isList = thing<List<I>>({ items: listOf(is), nextCursor: orNull(text) });
  return body(call, (value): value is T => isList(value));
}

interface List<I> {
  readonly items: readonly I[];
  readonly nextCursor: string | null;
}

/** A success that says no more than that: 204. */
export async function done(call: Call<unknown>): Promise<void> {
  const { response } = await call;
  if (response.status !== 204) {
    throw notUnderstood(response);
  }
}

/** What an `If-Match` has to say so that nobody's change is written over unseen. */
export interface Revised {
  readonly revision: string | undefined;
}

/** As {@link body}, with the revision that the answer's ETag tells. */
export async function bodyWithRevision<T extends object>(call: Call<T>, is: Is<T>): Promise<T & Revised> {
  const { data, response } = await answer(call, is);
  return { ...data, revision: response.headers.get("ETag") ?? undefined };
}

async function answer<T>(call: Call<T>, is: Is<T>): Promise<{ data: T; response: Response }> {
  const { data, response }: { data?: unknown; response: Response } = await call;
  if (!is(data)) {
    throw notUnderstood(response);
  }
  return { data, response };
}

function notUnderstood({ status, headers }: Response): Problem {
  return unreadable(status, headers.get("X-Correlation-Id") ?? undefined);
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
