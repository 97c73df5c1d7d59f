import type { ProblemCode } from "@/api/types";
import { isObject, parseObject } from "@/lib/json";

/** What went wrong before the product's answer was there, or in it. */
export type LocalCode = "NETWORK_DOWN" | "TIMEOUT" | "UNREADABLE_ANSWER";

/** A code of the product may be newer than this console: any text may come. */
export type Code = ProblemCode | LocalCode | (string & {});

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

export interface ProblemParts {
  readonly code: Code;
  readonly title: string;
  readonly detail: string;
  /** The answer's, or 0 where there was none. */
  readonly status: number;
  readonly errors?: readonly FieldFault[];
  readonly correlationId?: string | undefined;
  readonly operationId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Everything that a call can fail with. Nothing else leaves the API client, except an abort. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: Code;
  readonly title: string;
  readonly status: number;
  readonly errors: readonly FieldFault[];
  readonly correlationId: string | undefined;
  readonly operationId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(parts: ProblemParts, cause?: unknown) {
    super(parts.detail, { cause });
    this.code = parts.code;
    this.title = parts.title;
    this.status = parts.status;
    this.errors = parts.errors ?? [];
    this.correlationId = parts.correlationId;
    this.operationId = parts.operationId;
    this.retryAfterSeconds = parts.retryAfterSeconds;
  }

  get detail(): string {
    return this.message;
  }

  /** Whether asking the same again may well succeed. */
  get passing(): boolean {
    // What makes no sense came from something in between, which may be gone by then.
    return this.status === 0 || this.status === 429 || this.status >= 500 || this.code === "UNREADABLE_ANSWER";
  }
}

/** The problem in an answer that is not a success, whatever its body is like. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = parseObject(await response.text().catch(() => ""));
  const headerId = response.headers.get("X-Correlation-Id") ?? undefined;
  const retryAfterSeconds = secondsOf(response.headers.get("Retry-After"));
  const { status } = response;
  if (body === undefined || typeof body["code"] !== "string") {
    return new Problem({ ...unspoken(status), status, correlationId: headerId, retryAfterSeconds });
  }
  return new Problem({
    status,
    code: body["code"],
    title: textOf(body["title"]) ?? "That did not work",
    detail: textOf(body["detail"]) ?? `The product answered ${status}.`,
    errors: faultsOf(body["errors"]),
    correlationId: textOf(body["correlationId"]) ?? headerId,
    operationId: textOf(body["operationId"]),
    retryAfterSeconds,
  });
}

/** An answer without a word of ours: from something in between, or from a product that is falling. */
function unspoken(status: number): Pick<ProblemParts, "code" | "title" | "detail"> {
  if (status >= 500) {
    return { code: "UNAVAILABLE", title: "EUTLAS is not available", detail: `The server answered ${status} and gave no reason.` };
  }
  return { code: "UNREADABLE_ANSWER", title: "The answer made no sense", detail: `The server answered ${status} and gave no reason.` };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function faultsOf(value: unknown): FieldFault[] {
  return Array.isArray(value)
    ? value.flatMap((fault: unknown) =>
        isObject(fault) && typeof fault["field"] === "string" && typeof fault["message"] === "string"
          ? [{ field: fault["field"], message: fault["message"] }]
          : [],
      )
    : [];
}

function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}
