import type { Problem } from "@/api/problem";
import { type ClusterValues, labelsFault, nameFault } from "@/features/cluster/create/schema";

export type Step = "plan" | "place" | "name" | "summary";

export const STEPS = [
  { id: "plan", word: "Plan" },
  { id: "place", word: "Region and version" },
  { id: "name", word: "Name" },
  { id: "summary", word: "Summary" },
] as const satisfies readonly { readonly id: Step; readonly word: string }[];

/** The fields that each step asks for. */
export const FIELDS: Record<Step, readonly (keyof ClusterValues)[]> = {
  plan: ["plan"],
  place: ["region", "mongoVersion"],
  name: ["name", "labels", "deletionProtection"],
  summary: [],
};

/** The furthest step that what is filled in so far allows. */
export function reachOf(values: ClusterValues, taken: readonly string[]): Step {
  if (values.plan === "") {
    return "plan";
  }
  if (values.region === "" || values.mongoVersion === "") {
    return "place";
  }
  return nameFault(values.name, taken) !== undefined || labelsFault(values.labels) !== undefined ? "name" : "summary";
}

/** The step that an address names, as far as it can be reached. */
export function stepOf(named: unknown, reach: Step): Step {
  const wanted = STEPS.findIndex(({ id }) => id === named);
  const furthest = STEPS.findIndex(({ id }) => id === reach);
  return STEPS[Math.max(0, Math.min(wanted, furthest))]?.id ?? "plan";
}

export function after(step: Step): Step {
  return STEPS[STEPS.findIndex(({ id }) => id === step) + 1]?.id ?? "summary";
}

export function before(step: Step): Step | undefined {
  return STEPS[STEPS.findIndex(({ id }) => id === step) - 1]?.id;
}

/** Where a problem's first faulty field is asked for. */
export function stepAtFault({ errors }: Problem): Step | undefined {
  return STEPS.find(({ id }) => FIELDS[id].some((field) => errors.some((fault) => fault.field === field)))?.id;
}
