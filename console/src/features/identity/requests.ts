import { api, body, done, publicApi } from "@/api/client";
import { Problem } from "@/api/problem";
import { endSession, startSession } from "@/api/refresh";
import { isSignUp, isTokens, isUser } from "@/api/tokens";
import type { LogInRequest, SignUpRequest } from "@/api/types";

/** The refresh token comes as a cookie that no script can read. */
export async function logIn(request: Omit<LogInRequest, "client">): Promise<void> {
  startSession(await body(publicApi.POST("/auth/login", { body: { ...request, client: "console" } }), isTokens));
}

/** Signed out here whatever the product says: it may be gone, or know the session's end already. */
export async function logOut(): Promise<void> {
  try {
    await api.POST("/auth/logout");
  } catch (cause) {
    if (!(cause instanceof Problem)) {
      throw cause;
    }
  }
  endSession();
}

export function signUp(request: SignUpRequest, key: string) {
  return body(publicApi.POST("/auth/signup", { params: { header: { "Idempotency-Key": key } }, body: request }), isSignUp);
}

export function verifyEmail(token: string) {
  return body(publicApi.POST("/auth/verify-email", { body: { token } }), isUser);
}

export function resendVerification(email: string) {
  return done(publicApi.POST("/auth/resend-verification", { body: { email } }));
}
