import { problem } from "@/testing/server";
import { HttpResponse } from "msw";

/** A way in which the product, or something in between, can fail to answer. */
export interface Failure {
  readonly name: string;
  readonly answer: () => Response;
  /** What a screen has to say of it: what happened, what to do, and what to tell whoever helps. */
  readonly words: RegExp;
}

const reference = "c0ffee00-0000-4000-8000-000000000000";
const ours = /[0-9a-f-]{36}/.source;

export const failures: readonly Failure[] = [
  {
    name: "the network down",
    answer: () => HttpResponse.error(),
    words: new RegExp(`did not get through.*Check your connection.*NETWORK_DOWN.*${ours}`, "s"),
  },
  {
    name: "403",
    answer: () => problem(403, "FORBIDDEN"),
    words: new RegExp(`Refused as FORBIDDEN.*Ask an owner.*${reference}|Members, administrators and owners`, "s"),
  },
  {
    name: "409",
    answer: () => problem(409, "OPERATION_IN_PROGRESS"),
    words: new RegExp(`Refused as OPERATION_IN_PROGRESS.*Wait until.*${reference}`, "s"),
  },
  {
    name: "422",
    answer: () => problem(422, "INVALID_REQUEST", { errors: [{ field: "unheardOf", message: "is wrong" }] }),
    words: new RegExp(`Refused as INVALID_REQUEST.*unheardOf: is wrong.*${reference}`, "s"),
  },
  {
    name: "429",
    answer: () => {
      const answer = problem(429, "BUSY");
      answer.headers.set("Retry-After", "7");
      return answer;
    },
    words: new RegExp(`Refused as BUSY.*Try again in 7 seconds.*${reference}`, "s"),
  },
  {
    name: "500",
    answer: () => problem(500, "INTERNAL"),
    words: new RegExp(`Refused as INTERNAL.*tell your administrator.*${reference}`, "s"),
  },
  {
    name: "502 without a word",
    answer: () => new HttpResponse("<h1>Bad gateway</h1>", { status: 502 }),
    words: /answered 502 and gave no reason.*Try again in a moment.*UNAVAILABLE/s,
  },
  {
    name: "404 without a word",
    answer: () => new HttpResponse("<h1>Not found</h1>", { status: 404, headers: { "X-Correlation-Id": reference } }),
    words: new RegExp(`answered 404 and gave no reason.*Something between.*UNREADABLE_ANSWER.*${reference}`, "s"),
  },
  ...[
    { name: "malformed JSON", answer: () => new HttpResponse('{"items": [', { headers: { "Content-Type": "application/json" } }) },
    { name: "JSON without its fields", answer: () => HttpResponse.json({ items: [{ id: "65f0c0ffee00000000000009" }], id: "65f0c0ffee00000000000009" }) },
    { name: "an empty answer", answer: () => new HttpResponse(null, { status: 200 }) },
    { name: "HTML instead of JSON", answer: () => new HttpResponse("<!doctype html><h1>Welcome to the hotel</h1>", { headers: { "Content-Type": "text/html" } }) },
  ].map((failure) => ({ ...failure, words: /not in the form that the console knows.*Something between.*UNREADABLE_ANSWER/s })),
];

/** The product's own 404, of which pages may make more than of the others. */
export const notFound: Failure = {
  name: "404",
  answer: () => problem(404, "NOT_FOUND"),
  words: new RegExp(`Refused as NOT_FOUND.*It may have been deleted.*${reference}`, "s"),
};
