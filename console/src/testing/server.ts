import type { ProblemAnswer } from "@/api/types";
import { HttpResponse } from "msw";
import { setupServer } from "msw/node";

/** Stands for the product: each test says what it answers. */
export const server = setupServer();

/** The address of a route of the API. */
export function route(path: string): string {
  return `http://localhost:8080/api/v1${path}`;
}

/** A problem answer as the product gives it. */
export function problem(status: number, code: ProblemAnswer["code"], more: Partial<ProblemAnswer> = {}) {
  const answer: ProblemAnswer = {
    type: `/problems/${code.toLowerCase()}`,
    title: "No",
    status,
    detail: `Refused as ${code}.`,
    code,
    correlationId: "c0ffee00-0000-4000-8000-000000000000",
    operationId: null,
    errors: [],
    ...more,
  };
  return HttpResponse.json(answer, { status, headers: { "Content-Type": "application/problem+json" } });
}
