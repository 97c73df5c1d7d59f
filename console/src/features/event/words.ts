import type { EventType, Severity } from "@/api/types";
import type { StateLook } from "@/components/states";
import type { EventFilter } from "@/features/event/queries";
import { CircleAlert, Info, type LucideIcon, TriangleAlert } from "lucide-react";

const TYPES: Record<EventType, string> = {
  ORGANIZATION_CREATED: "Organization created",
  PROJECT_CREATED: "Project created",
  PROJECT_DELETED: "Project deleted",
  CLUSTER_CREATION_REQUESTED: "Cluster ordered",
  CLUSTER_READY: "Cluster ready",
  CLUSTER_UPDATED: "Cluster changed",
  CLUSTER_RESIZE_REQUESTED: "Resize ordered",
  CLUSTER_RESIZED: "Cluster resized",
  CLUSTER_UPGRADE_REQUESTED: "Upgrade ordered",
  CLUSTER_UPGRADED: "Cluster upgraded",
  CLUSTER_PAUSE_REQUESTED: "Pause ordered",
  CLUSTER_PAUSED: "Cluster paused",
  CLUSTER_RESUME_REQUESTED: "Resumption ordered",
  CLUSTER_RESUMED: "Cluster resumed",
  CLUSTER_RESTORE_REQUESTED: "Restore ordered",
  CLUSTER_RESTORED: "Backup restored",
  CLUSTER_CREDENTIALS_READ: "Credentials looked at",
  CLUSTER_ROTATION_REQUESTED: "Rotation ordered",
  CLUSTER_CREDENTIALS_ROTATED: "Credentials rotated",
  CLUSTER_CREDENTIALS_ENDED: "Former login ended",
  CLUSTER_USER_CREATION_REQUESTED: "Database user ordered",
  CLUSTER_USER_CREATED: "Database user created",
  CLUSTER_USER_UPDATE_REQUESTED: "Change of database user ordered",
  CLUSTER_USER_UPDATED: "Database user changed",
  CLUSTER_USER_DELETION_REQUESTED: "Deletion of database user ordered",
  CLUSTER_USER_DELETED: "Database user gone",
  CLUSTER_ACCESS_CHANGE_REQUESTED: "Change of access list ordered",
  CLUSTER_ACCESS_CHANGED: "Access list changed",
  CLUSTER_ACCESS_EXPIRED: "Access ended",
  BACKUP_REQUESTED: "Backup ordered",
  BACKUP_COMPLETED: "Backup taken",
  BACKUP_FAILED: "Backup failed",
  BACKUP_DELETED: "Backup deleted",
  BACKUP_EXPIRED: "Backup expired",
  BACKUP_HELD: "Backup held",
  BACKUP_RELEASED: "Backup released",
  BACKUP_DOWNLOADED: "Backup downloaded",
  BACKUP_PROVED: "Backup proved",
  BACKUP_PROOF_FAILED: "Proof of backup failed",
  BACKUP_POLICY_CHANGED: "Backup policy changed",
  CLUSTER_DELETION_REQUESTED: "Deletion ordered",
  CLUSTER_DELETED: "Cluster gone",
  CLUSTER_DEGRADED: "Cluster degraded",
  CLUSTER_RECOVERED: "Cluster recovered",
  CLUSTER_OPERATION_FAILED: "Operation failed",
  CLUSTER_OPERATION_RETRIED: "Operation tried again",
  CLUSTER_OPERATION_CANCELLED: "Operation cancelled",
};

interface SeverityLook {
  readonly word: string;
  readonly color: StateLook["color"];
  readonly icon: LucideIcon;
}

const SEVERITIES: Record<Severity, SeverityLook> = {
  INFO: { word: "Information", color: "blue", icon: Info },
  WARNING: { word: "Warning", color: "orange", icon: TriangleAlert },
  ERROR: { word: "Error", color: "red", icon: CircleAlert },
};

export const severities = Object.keys(SEVERITIES) as Severity[];
export const eventTypes = Object.keys(TYPES) as EventType[];
export const clusterEventTypes = eventTypes.filter((type) => type.startsWith("CLUSTER_"));

export function typeWord(type: string): string {
  return isEventType(type) ? TYPES[type] : `Unknown (${type})`;
}

export function severityLook(severity: string): SeverityLook {
  return isSeverity(severity) ? SEVERITIES[severity] : { word: `Unknown (${severity})`, color: "gray", icon: Info };
}

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(TYPES, text);
}

export function isSeverity(text: string): text is Severity {
  return Object.hasOwn(SEVERITIES, text);
}

/** The filter that an address asks for, as far as there is such a thing. */
export function filterOf({ type, severity }: { type?: string | undefined; severity?: string | undefined }): EventFilter {
  return {
    ...(type !== undefined && isEventType(type) && { type }),
    ...(severity !== undefined && isSeverity(severity) && { severity }),
  };
}
