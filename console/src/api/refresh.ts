import { Problem } from "@/api/problem";
import { maybeSignedIn, session, sessionEnds, signIn, signOut } from "@/api/session";
import { isTokens } from "@/api/tokens";
import { API, sendForJson, unreadable } from "@/api/transport";
import type { Tokens } from "@/api/types";
import { withLock } from "@/lib/locks";

/** So long before its end a token counts as used up: clocks differ, and requests take time. */
const EARLY_MILLIS = 45_000;
const LOCK = "eutlas.refresh";

type Note = { readonly kind: "tokens"; readonly tokens: Tokens } | { readonly kind: "signedOut" | "ended" };

// Between the tabs of one browser and origin; nothing of it is kept anywhere.
const channel = new BroadcastChannel("eutlas.session");
channel.addEventListener("message", ({ data }: MessageEvent<Note>) => {
  switch (data.kind) {
    case "tokens":
      signIn(data.tokens);
      break;
    case "signedOut":
      signOut();
      break;
    case "ended":
      sessionEnds();
      break;
  }
});

let underway: Promise<string> | undefined;

/** An access token that is good for some time, or a {@link Problem}: signed out, or no way to know. */
export async function accessToken(): Promise<string> {
  const state = session.getState();
  return state.status === "signedIn" && state.expiresAt - EARLY_MILLIS > Date.now()
    ? state.accessToken
    : refreshed(tokenNow());
}

/** A token other than the given one, which was refused. Asked for once, however many want it. */
export function refreshed(refused: string | undefined): Promise<string> {
  underway ??= withLock(LOCK, undefined, () => anotherThan(refused)).finally(() => {
    underway = undefined;
  });
  return underway;
}

/** At the start of a page: signs in by the cookie, if there may be one. Fails only by outages. */
export async function resume(): Promise<void> {
  if (!maybeSignedIn()) {
    signOut();
    return;
  }
  try {
    await refreshed(undefined);
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.passing) {
      throw cause;
    }
  }
}

/** Signs in with what a login gave, in all tabs. */
export function startSession(tokens: Tokens): void {
  signIn(tokens);
  channel.postMessage({ kind: "tokens", tokens } satisfies Note);
}

/** Logs out in all tabs. */
export function endSession(): void {
  signOut();
  channel.postMessage({ kind: "signedOut" } satisfies Note);
}

async function anotherThan(refused: string | undefined): Promise<string> {
  requireSession();
  const known = tokenNow();
  if (known !== undefined && known !== refused) {
    return known;
  }
  try {
    const tokens = await askForTokens();
    requireSession();
    startSession(tokens);
    return tokens.accessToken;
  } catch (cause) {
    if (cause instanceof Problem && !cause.passing) {
      sessionEnds();
      channel.postMessage({ kind: "ended" } satisfies Note);
    }
    throw cause;
  }
}

/** Who has logged out, or is asked to log in again, is not signed in behind their back. */
function requireSession(): void {
  const { status } = session.getState();
  if (status === "signedOut" || status === "ended") {
    throw new Problem({ code: "SESSION_ENDED", title: "Your session has ended", detail: "You are not logged in any more.", status: 401 });
  }
}

async function askForTokens(): Promise<Tokens> {
  const request = new Request(new URL(`${API}/auth/refresh`, location.origin), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  const response = await sendForJson(request);
  const tokens: unknown = response.body === null ? undefined : await response.json();
  if (!isTokens(tokens)) {
    throw unreadable(response.status, response.headers.get("X-Correlation-Id") ?? undefined);
  }
  return tokens;
}

function tokenNow(): string | undefined {
  const state = session.getState();
  return state.status === "signedIn" ? state.accessToken : undefined;
}
