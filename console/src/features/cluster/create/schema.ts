import type { CreateClusterRequest } from "@/api/types";
import { labelsSchema } from "@/features/cluster/details/labels";
import * as z from "zod/mini";

export interface NameFault {
  readonly message: string;
  /** Whether typing on may mend it, so that it is no fault yet. */
  readonly early: boolean;
}

/** What is wrong with a name, by the product's own rule; nothing where it is good. */
export function nameFault(name: string, taken: readonly string[]): NameFault | undefined {
  const wrong = (message: string, early = false) => ({ message, early });
  if (name === "") {
    return wrong("Say a name.", true);
  }
  if (/[^a-z0-9-]/.test(name)) {
    return wrong("Only the letters a to z in lower case, digits and hyphens.");
  }
  if (!/^[a-z]/.test(name)) {
    return wrong("Begin with a letter.");
  }
  if (name.length > 30) {
    return wrong("At most 30 characters.");
  }
  if (name.length < 3) {
    return wrong("At least 3 characters.", true);
  }
  if (name.endsWith("-")) {
    return wrong("Do not end with a hyphen.", true);
  }
  return taken.includes(name) ? wrong("This project has a cluster of this name already.") : undefined;
}

/** A good name that is free: after the project, or after what was typed and is taken. */
export function suggestedName(after: string, taken: readonly string[]): string {
  const letters = after
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 26)
    .replace(/-+$/, "");
  const base = letters.length < 3 ? "cluster" : letters;
  const stem = taken.includes(base) ? base.replace(/-\d{1,3}$/, "") : base;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${stem}-${number}`;
    if (!taken.includes(name)) {
      return name;
    }
  }
}

export function clusterSchema(taken: readonly string[]) {
  return z.object({
    plan: z.string().check(z.minLength(1, "Choose a plan.")),
    region: z.string().check(z.minLength(1, "Choose a region.")),
    mongoVersion: z.string().check(z.minLength(1, "Choose a version.")),
    name: z.string().check(
      z.superRefine((name, context) => {
        const fault = nameFault(name, taken);
        if (fault !== undefined) {
          context.addIssue(fault.message);
        }
      }),
    ),
    labels: z.array(z.object({ key: z.string(), value: z.string() })).check(
      z.superRefine((labels, context) => {
        const fault = labelsFault(labels);
        if (fault !== undefined) {
          context.addIssue(fault);
        }
      }),
    ),
    deletionProtection: z.boolean(),
  });
}

export type ClusterValues = z.infer<ReturnType<typeof clusterSchema>>;

/** What is wrong with the rows that say something, by the rules that labels have everywhere. */
export function labelsFault(labels: ClusterValues["labels"]): string | undefined {
  const said = labels.filter(({ key, value }) => key !== "" || value !== "");
  const issue = labelsSchema.safeParse({ pairs: said }).error?.issues[0];
  const row = said[Number(issue?.path[1])];
  return issue === undefined || row === undefined ? issue?.message : `“${row.key === "" ? row.value : row.key}”: ${issue.message}`;
}

/** What is sent: of labels only the rows that say something. */
export function requestOf({ labels, ...rest }: ClusterValues): CreateClusterRequest {
  const said = labels.filter(({ key }) => key !== "");
  return { ...rest, labels: Object.fromEntries(said.map(({ key, value }) => [key, value])) };
}
