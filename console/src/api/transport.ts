import { Problem, problemOf } from "@/api/problem";

export const API = "/api/v1";
const TIMEOUT_MILLIS = 20_000;

/**
 * One request and its answer: in time, readable, a success, or a {@link Problem}. Knows nothing of
 * sessions.
 */
export async function send(request: Request, timeoutMillis = TIMEOUT_MILLIS): Promise<Response> {
  if (!request.headers.has("X-Correlation-Id")) {
    request.headers.set("X-Correlation-Id", crypto.randomUUID());
  }
  const correlationId = request.headers.get("X-Correlation-Id") ?? undefined;
  const timeout = AbortSignal.timeout(timeoutMillis);
  const response = await fetch(request, { signal: AbortSignal.any([request.signal, timeout]) }).catch(
    (cause: unknown) => {
      if (request.signal.aborted) {
        throw cause;
      }
      throw timeout.aborted ? tooSlow(correlationId, timeoutMillis, cause) : unreachable(correlationId, cause);
    },
  );
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

/** As {@link send}, and what follows the headers must be JSON, where there is anything. */
export async function sendForJson(request: Request, timeoutMillis = TIMEOUT_MILLIS): Promise<Response> {
  const response = await send(request, timeoutMillis);
  const correlationId = response.headers.get("X-Correlation-Id") ?? undefined;
  const text = await response.text().catch((cause: unknown) => {
    if (request.signal.aborted) {
      throw cause;
    }
    throw unreachable(correlationId, cause);
  });
  if (text !== "") {
    try {
      JSON.parse(text);
    } catch (cause) {
      throw unreadable(response.status, correlationId, cause);
    }
  }
  const { status, statusText, headers } = response;
  return new Response(text === "" ? null : text, { status, statusText, headers });
}

function unreachable(correlationId: string | undefined, cause: unknown): Problem {
  const detail = "The request did not get through, or its answer was lost.";
  return new Problem({ code: "NETWORK_DOWN", title: "EUTLAS cannot be reached", detail, status: 0, correlationId }, cause);
}

function tooSlow(correlationId: string | undefined, millis: number, cause: unknown): Problem {
  const detail = `There was no answer within ${Math.round(millis / 1000)} seconds.`;
  return new Problem({ code: "TIMEOUT", title: "EUTLAS takes too long", detail, status: 0, correlationId }, cause);
}

/** An answer that is no JSON, or not of the form that was asked for. */
export function unreadable(status: number, correlationId: string | undefined, cause?: unknown): Problem {
  const detail = "The answer was not in the form that the console knows.";
  return new Problem({ code: "UNREADABLE_ANSWER", title: "The answer made no sense", detail, status, correlationId }, cause);
}
