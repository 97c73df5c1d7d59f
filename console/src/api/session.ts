import type { Tokens, User } from "@/api/types";
import { createStore, useStore } from "zustand";

/** Who is signed in here. The access token lives in this memory alone: never stored, never in a URL. */
export type Session =
  | { readonly status: "unknown" }
  | { readonly status: "signedOut"; readonly ended: boolean }
  | { readonly status: "signedIn"; readonly accessToken: string; readonly expiresAt: number; readonly user: User };

const HINT = "eutlas.signed-in";

export const session = createStore<Session>()(() => ({ status: "unknown" }));

export function useSession(): Session {
  return useStore(session);
}

/** The person signed in. For pages inside the shell, which are not shown to anybody else. */
export function useUser(): User | undefined {
  return useStore(session, (state) => (state.status === "signedIn" ? state.user : undefined));
}

export function signIn(tokens: Tokens, now = Date.now()): void {
  hint(true);
  session.setState(
    { status: "signedIn", accessToken: tokens.accessToken, expiresAt: now + tokens.expiresIn * 1000, user: tokens.user },
    true,
  );
}

/** @param ended whether it ended by itself, so that one is told why one has to log in again */
export function signOut(ended: boolean): void {
  hint(false);
  session.setState({ status: "signedOut", ended }, true);
}

/** Whether a refresh is worth asking for. It spares everybody else a refused request at the start. */
export function maybeSignedIn(): boolean {
  try {
    return localStorage.getItem(HINT) !== null;
  } catch {
    return true;
  }
}

function hint(signedIn: boolean): void {
  try {
    if (signedIn) {
      localStorage.setItem(HINT, "yes");
    } else {
      localStorage.removeItem(HINT);
    }
  } catch {
    // No storage: each page load asks.
  }
}
