import { parseObject } from "@/lib/json";
import type { ClusterValues } from "@/features/cluster/create/schema";
import * as z from "zod/mini";

// What was chosen and typed, for as long as this tab is open: a login in between, or a reload, loses
// nothing. One's own: the next person at this browser sees nothing of it.

const shape = z.object({
  plan: z.string(),
  region: z.string(),
  mongoVersion: z.string(),
  name: z.string(),
  labels: z.array(z.object({ key: z.string(), value: z.string() })),
  deletionProtection: z.boolean(),
});

export function draftOf(userId: string | undefined, projectId: string): ClusterValues | undefined {
  try {
    return shape.safeParse(parseObject(sessionStorage.getItem(keyOf(userId, projectId)) ?? "")).data;
  } catch {
    return undefined;
  }
}

export function keepDraft(userId: string | undefined, projectId: string, values: ClusterValues): void {
  try {
    sessionStorage.setItem(keyOf(userId, projectId), JSON.stringify(values));
  } catch {
    // No storage: what is typed lives as long as the page.
  }
}

export function dropDraft(userId: string | undefined, projectId: string): void {
  try {
    sessionStorage.removeItem(keyOf(userId, projectId));
  } catch {
    // Then there was none.
  }
}

function keyOf(userId: string | undefined, projectId: string): string {
  return `eutlas.new-cluster.${userId ?? ""}.${projectId}`;
}
