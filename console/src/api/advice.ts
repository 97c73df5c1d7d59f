import type { Code, Problem } from "@/api/problem";

/** What to do, in plain words, where the code alone says it. */
const ADVICE: Partial<Record<Code, string>> = {
  NETWORK_DOWN: "Check your connection, and that EUTLAS is running. What you have typed is still here.",
  TIMEOUT: "It may be busy. Try again in a moment. What you have typed is still here.",
  UNREADABLE_ANSWER: "Something between you and EUTLAS may have answered in its place. Try again, or tell your administrator.",
  INTERNAL: "This is a fault in EUTLAS. Try again; if it stays, tell your administrator the reference below.",
  OUTCOME_UNKNOWN: "It may or may not have been done. Trying again is safe.",
  UNAVAILABLE: "Try again in a moment. What you have typed is still here.",
  FORBIDDEN: "Ask an owner of the organization for the role that this needs.",
  NOT_FOUND: "It may have been deleted, or you may not be a member of its organization.",
  REVISION_CHANGED: "Somebody else changed it meanwhile. Look at how it is now, then try again.",
  CLUSTER_PROTECTED: "Switch its deletion protection off in its settings, then try again.",
  INVALID_REQUEST: "Change what is wrong, then try again.",
  OPERATION_IN_PROGRESS: "Wait until that has ended, then try again.",
  ALREADY_DELETING: "There is nothing left to do: wait until it is gone.",
  NOT_READY: "Wait until its state is Ready. This page shows it by itself.",
  SESSION_ENDED: "Log in again; what you have typed is still here.",
  UNAUTHENTICATED: "Log in again.",
  EMAIL_NOT_VERIFIED: "Follow the link in the mail that we sent you, or have it sent again.",
};

export function adviceFor(problem: Problem): string | undefined {
  if (problem.retryAfterSeconds !== undefined && problem.retryAfterSeconds > 0) {
    return `Try again in ${secondsInWords(problem.retryAfterSeconds)}.`;
  }
  return ADVICE[problem.code] ?? (problem.status === 429 ? "Try again in a minute." : undefined);
}

function secondsInWords(seconds: number): string {
  const [count, unit] = seconds < 90 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
