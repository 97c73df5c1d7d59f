import { z } from "zod";

const email = z.string().trim().min(1, "Say your e-mail address.").regex(/^[^@\s]+@[^@\s]+$/, "This is not an e-mail address.");

/** The product's own limits: it has the last word, and this spares a round. */
export const logInSchema = z.object({
  email,
  password: z.string().min(1, "Say your password."),
});

export const signUpSchema = z.object({
  name: z.string().trim().min(1, "Say what we may call you.").max(100, "At most 100 characters."),
  email,
  password: z.string().min(12, "At least 12 characters.").max(128, "At most 128 characters."),
});

export const resendSchema = z.object({ email });
