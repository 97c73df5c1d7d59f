import * as z from "zod/mini";

export const projectSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(2, "At least 2 characters."), z.maxLength(50, "At most 50 characters.")),
});
