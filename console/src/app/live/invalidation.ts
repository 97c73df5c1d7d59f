import type { Event, EventType } from "@/api/types";
import { clusterKeys, markDeleted } from "@/features/cluster/queries";
import { eventKeys } from "@/features/event/queries";
import { operationKeys } from "@/features/operation/queries";
import { organizationKeys } from "@/features/organization/queries";
import { projectKeys } from "@/features/project/queries";
import type { QueryClient, QueryKey } from "@tanstack/react-query";

type Subject = "organization" | "project" | "cluster" | "end" | "look";

/** What each event is about. Complete: an event that the product learns to tell is added here. */
const SUBJECTS: Record<EventType, Subject> = {
  ORGANIZATION_CREATED: "organization",
  PROJECT_CREATED: "project",
  PROJECT_DELETED: "project",
  CLUSTER_CREATION_REQUESTED: "cluster",
  CLUSTER_READY: "cluster",
  CLUSTER_UPDATED: "cluster",
  CLUSTER_RESIZE_REQUESTED: "cluster",
  CLUSTER_RESIZED: "cluster",
  CLUSTER_UPGRADE_REQUESTED: "cluster",
  CLUSTER_UPGRADED: "cluster",
  CLUSTER_PAUSE_REQUESTED: "cluster",
  CLUSTER_PAUSED: "cluster",
  CLUSTER_RESUME_REQUESTED: "cluster",
  CLUSTER_RESUMED: "cluster",
  CLUSTER_RESTORE_REQUESTED: "cluster",
  CLUSTER_RESTORED: "cluster",
  CLUSTER_CREDENTIALS_READ: "look",
  CLUSTER_ROTATION_REQUESTED: "cluster",
  CLUSTER_CREDENTIALS_ROTATED: "cluster",
  CLUSTER_CREDENTIALS_ENDED: "cluster",
  CLUSTER_USER_CREATION_REQUESTED: "cluster",
  CLUSTER_USER_CREATED: "cluster",
  CLUSTER_USER_UPDATE_REQUESTED: "cluster",
  CLUSTER_USER_UPDATED: "cluster",
  CLUSTER_USER_DELETION_REQUESTED: "cluster",
  CLUSTER_USER_DELETED: "cluster",
  CLUSTER_ACCESS_CHANGE_REQUESTED: "cluster",
  CLUSTER_ACCESS_CHANGED: "cluster",
  CLUSTER_ACCESS_EXPIRED: "cluster",
  BACKUP_REQUESTED: "cluster",
  BACKUP_COMPLETED: "cluster",
  BACKUP_FAILED: "cluster",
  BACKUP_DELETED: "cluster",
  BACKUP_EXPIRED: "cluster",
  BACKUP_HELD: "cluster",
  BACKUP_RELEASED: "cluster",
  BACKUP_DOWNLOADED: "cluster",
  BACKUP_PROVED: "cluster",
  BACKUP_PROOF_FAILED: "cluster",
  BACKUP_POLICY_CHANGED: "cluster",
  CLUSTER_DELETION_REQUESTED: "cluster",
  CLUSTER_DELETED: "end",
  CLUSTER_DEGRADED: "cluster",
  CLUSTER_RECOVERED: "cluster",
  CLUSTER_OPERATION_FAILED: "cluster",
  CLUSTER_OPERATION_RETRIED: "cluster",
  CLUSTER_OPERATION_CANCELLED: "cluster",
};

/** The queries that an event makes old. Of an event that this console does not know, all of them. */
export function queriesTouchedBy(event: Event): QueryKey[] {
  const subject = subjectOf(event.type);
  const told = [eventKeys.ofOrganization(event.orgId)];
  switch (subject) {
    case "organization":
      return [...told, organizationKeys.all];
    case "project":
      return [...told, projectKeys.all];
    case "cluster":
      return [...told, ...ofCluster(event)];
    case "end":
      return [...told, ...listsOf(event)];
    case "look":
      return [...told, event.clusterId === null ? eventKeys.all : eventKeys.ofCluster(event.clusterId)];
    case undefined:
      return [[]];
  }
}

function subjectOf(type: string): Subject | undefined {
  return Object.hasOwn(SUBJECTS, type) ? SUBJECTS[type as EventType] : undefined;
}

function ofCluster({ orgId, projectId, clusterId }: Event): QueryKey[] {
  if (projectId === null || clusterId === null) {
    return [clusterKeys.all, operationKeys.all, eventKeys.all];
  }
  return [
    clusterKeys.ofOrganization(orgId),
    clusterKeys.list(projectId),
    clusterKeys.one(clusterId),
    operationKeys.ofCluster(clusterId),
    eventKeys.ofCluster(clusterId),
  ];
}

/** Of a cluster that is gone only where it was listed: whoever reads the cluster itself is refused. */
function listsOf({ orgId, projectId }: Event): QueryKey[] {
  return projectId === null ? [clusterKeys.all] : [clusterKeys.ofOrganization(orgId), clusterKeys.list(projectId)];
}

/** Makes what is on screen true again after an event. */
export function take(client: QueryClient, event: Event): void {
  if (event.type === "CLUSTER_DELETED" && event.clusterId !== null) {
    markDeleted(client, event.clusterId);
  }
  invalidate(client, queriesTouchedBy(event));
}

export function invalidate(client: QueryClient, keys: readonly QueryKey[]): void {
  for (const queryKey of keys) {
    // What nobody looks at is read when somebody does.
    void client.invalidateQueries({ queryKey });
  }
}
