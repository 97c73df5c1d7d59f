import type { SignUp, Tokens, User } from "@/api/types";
import { flag, number, orNull, text, thing } from "@/lib/shape";

// Apart from the other shapes: who is not signed in meets these alone.

export const isUser = thing<User>({ id: text, email: text, name: text, verified: flag });

export const isTokens = thing<Tokens>({ accessToken: text, expiresIn: number, refreshToken: orNull(text), user: isUser });

export const isSignUp = thing<SignUp>({ email: text, userId: text });
