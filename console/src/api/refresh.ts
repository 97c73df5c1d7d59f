import { Problem } from "@/api/problem";
import { maybeSignedIn, session, signIn, signOut } from "@/api/session";
import { API, sendForJson } from "@/api/transport";
import type { Tokens } from "@/api/types";
import { withLock } from "@/lib/locks";

/** So long before its end a token counts as used up: clocks differ, and requests take time. */
const EARLY_MILLIS = 45_000;
const LOCK = "eutlas.refresh";

type Note = { readonly kind: "tokens"; readonly tokens: Tokens } | { readonly kind: "signedOut"; readonly ended: boolean };

// Between the tabs of one browser and origin; nothing of it is kept anywhere.
const channel = new BroadcastChannel("eutlas.session");
channel.addEventListener("message", ({ data }: MessageEvent<Note>) => {
  if (data.kind === "signedOut") {
    signOut(data.ended);
  } else {
    signIn(data.tokens);
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
    signOut(false);
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

/** Says in all tabs that the session is over. */
export function endSession(ended: boolean): void {
  signOut(ended);
  channel.postMessage({ kind: "signedOut", ended } satisfies Note);
}

async function anotherThan(refused: string | undefined): Promise<string> {
  const known = tokenNow();
  if (known !== undefined && known !== refused) {
    return known;
  }
  try {
    const tokens = await askForTokens();
    startSession(tokens);
    return tokens.accessToken;
  } catch (cause) {
    if (cause instanceof Problem && !cause.passing) {
      endSession(known !== undefined);
    }
    throw cause;
  }
}

async function askForTokens(): Promise<Tokens> {
  const request = new Request(new URL(`${API}/auth/refresh`, location.origin), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: "{}",
  });
  const response = await sendForJson(request);
  return (await response.json()) as Tokens;
}

function tokenNow(): string | undefined {
  const state = session.getState();
  return state.status === "signedIn" ? state.accessToken : undefined;
}
