import { z } from "zod";

export const projectSchema = z.object({
  name: z.string().trim().min(2, "At least 2 characters.").max(50, "At most 50 characters."),
});
