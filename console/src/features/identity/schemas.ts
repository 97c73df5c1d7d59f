import * as z from "zod/mini";

const email = z
  .string()
  .check(z.trim(), z.minLength(1, "Say your e-mail address."), z.regex(/^[^@\s]+@[^@\s]+$/, "This is not an e-mail address."));

/** The product's own limits: it has the last word, and this spares a round. */
export const logInSchema = z.object({
  email,
  password: z.string().check(z.minLength(1, "Say your password.")),
});

export const signUpSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1, "Say what we may call you."), z.maxLength(100, "At most 100 characters.")),
  email,
  password: z.string().check(z.minLength(12, "At least 12 characters."), z.maxLength(128, "At most 128 characters.")),
});

export const resendSchema = z.object({ email });
