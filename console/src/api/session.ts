import type { Tokens, User } from "@/api/types";
import { createStore, useStore } from "zustand";

/** Who is signed in here. The access token lives in this memory alone: never stored, never in a URL. */
export type Session =
  | { readonly status: "unknown" | "signedOut" }
  /** By itself, so that whoever it was can log in and go on where they are: nothing of theirs is thrown away. */
  | { readonly status: "ended"; readonly user: User }
  | { readonly status: "signedIn"; readonly accessToken: string; readonly expiresAt: number; readonly user: User };

const HINT = "eutlas.signed-in";

export const session = createStore<Session>()(() => ({ status: "unknown" }));

export function useSession(): Session {
  return useStore(session);
}

/** Whose pages these are. Inside the shell there is always somebody. */
export function useUser(): User | undefined {
  return useStore(session, userOf);
}

export function userOf(state: Session): User | undefined {
  return state.status === "signedIn" || state.status === "ended" ? state.user : undefined;
}

export function signIn(tokens: Tokens, now = Date.now()): void {
  hint(true);
  session.setState(
    { status: "signedIn", accessToken: tokens.accessToken, expiresAt: now + tokens.expiresIn * 1000, user: tokens.user },
    true,
  );
}

/** Somebody has logged out. */
export function signOut(): void {
  hint(false);
  session.setState({ status: "signedOut" }, true);
}

/** The session is over, and nobody has logged out. */
export function sessionEnds(): void {
  const user = userOf(session.getState());
  hint(false);
  session.setState(user === undefined ? { status: "signedOut" } : { status: "ended", user }, true);
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
