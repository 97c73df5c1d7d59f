import type { Event } from "@/api/types";
import { queriesTouchedBy } from "@/app/live/invalidation";
import { clusterKeys } from "@/features/cluster/queries";
import { eventKeys } from "@/features/event/queries";
import { clusterReady } from "@/testing/data";
import { expect, test } from "vitest";

test("a cluster's event touches the cluster, its list, its operations and its events", () => {
  const keys = queriesTouchedBy(clusterReady);

  expect(keys).toContainEqual(clusterKeys.one(clusterReady.clusterId ?? ""));
  expect(keys).toContainEqual(clusterKeys.list(clusterReady.projectId ?? ""));
  expect(keys).toContainEqual(eventKeys.ofOrganization(clusterReady.orgId));
});

test("a look at a password touches no cluster, or it would be looked at again", () => {
  const keys = queriesTouchedBy({ ...clusterReady, type: "CLUSTER_CREDENTIALS_READ" });

  expect(keys.filter(([feature]) => feature !== "event")).toEqual([]);
});

test("an event that this console does not know touches everything", () => {
  expect(queriesTouchedBy({ ...clusterReady, type: "TOMORROW" as Event["type"] })).toEqual([[]]);
});
