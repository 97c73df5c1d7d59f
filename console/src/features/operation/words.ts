import type { Operation, OperationFault } from "@/api/types";
import type { StateLook } from "@/components/states";

interface TypeWords {
  readonly title: string;
  readonly doing: string;
  readonly failed: string;
}

const TYPES: Record<Operation["type"], TypeWords> = {
  CREATE: { title: "Create", doing: "Creating the cluster", failed: "The cluster could not be created" },
  RESIZE: { title: "Resize", doing: "Changing the plan", failed: "The plan could not be changed" },
  UPGRADE: { title: "Upgrade", doing: "Upgrading MongoDB", failed: "MongoDB could not be upgraded" },
  ROTATE_CREDENTIALS: {
    title: "Rotate credentials",
    doing: "Changing the login",
    failed: "The login could not be changed",
  },
  CREATE_DATABASE_USER: {
    title: "Create database user",
    doing: "Creating the database user",
    failed: "The database user could not be created",
  },
  UPDATE_DATABASE_USER: {
    title: "Change database user",
    doing: "Changing the database user",
    failed: "The database user could not be changed",
  },
  DELETE_DATABASE_USER: {
    title: "Delete database user",
    doing: "Deleting the database user",
    failed: "The database user could not be deleted",
  },
  CHANGE_ACCESS_LIST: {
    title: "Change access list",
    doing: "Setting from where it can be reached",
    failed: "The access list could not be changed",
  },
  PAUSE: { title: "Pause", doing: "Stopping the servers", failed: "The cluster could not be paused" },
  RESTORE: { title: "Restore", doing: "Restoring a backup", failed: "The backup could not be restored" },
  RESUME: { title: "Resume", doing: "Starting the servers again", failed: "The cluster could not be resumed" },
  DELETE: { title: "Delete", doing: "Deleting the cluster", failed: "The cluster could not be deleted" },
};

const STATES: Record<Operation["state"], StateLook> = {
  RUNNING: { word: "Running", color: "blue", moving: true },
  SUCCEEDED: { word: "Succeeded", color: "green", moving: false },
  FAILED: { word: "Failed", color: "red", moving: false },
  SUPERSEDED: { word: "Superseded", color: "gray", moving: false },
  CANCELLED: { word: "Cancelled", color: "gray", moving: false },
};

const CLASSES: Record<OperationFault["class"], string> = {
  TRANSIENT: "May pass by itself",
  OUTCOME_UNKNOWN: "Outcome unknown",
  PERMANENT: "Does not pass by itself",
};

/** What to do about a cause that people can do something about. */
const ADVICE: Record<string, string> = {
  DISK_FULL: "Free some space on the disk that holds EUTLAS's data.",
  FOLDER_NOT_WRITABLE: "Let EUTLAS write to its data folder.",
  FOLDER_TAKEN: "Look at what lies in the cluster's data folder; EUTLAS leaves alone what is not its own.",
  REGION_NOT_CONFIGURED: "Put the region back into the configuration of this installation, or ask whoever runs it.",
  DEADLINE_EXCEEDED: "Look at the machine that the servers run on: it may be too busy, or out of memory or space.",
};

export function typeWords(type: string): TypeWords {
  return Object.hasOwn(TYPES, type)
    ? TYPES[type as Operation["type"]]
    : { title: `Unknown (${type})`, doing: "Changing the cluster", failed: "The change failed" };
}

export function operationLook(state: string): StateLook {
  return Object.hasOwn(STATES, state)
    ? STATES[state as Operation["state"]]
    : { word: `Unknown (${state})`, color: "gray", moving: false };
}

export function classWord(kind: string): string {
  return Object.hasOwn(CLASSES, kind) ? CLASSES[kind as OperationFault["class"]] : `Unknown (${kind})`;
}

/** What to do about an operation's error: about its cause, and about the cluster. */
export function whatToDo({ type, state }: Operation, fault: OperationFault): string {
  const cause = Object.hasOwn(ADVICE, fault.code) ? `${ADVICE[fault.code] ?? ""} ` : "";
  switch (state) {
    case "RUNNING":
      return `${cause}EUTLAS tries again by itself.`;
    case "FAILED":
      return type === "DELETE"
        ? `${cause}EUTLAS looks again every few minutes and ends the deletion when nothing is left. You can also delete the cluster again.`
        : `${cause}EUTLAS looks again every few minutes, and the cluster becomes ready if its servers come up after all. Otherwise delete it and create another.`;
    case "SUCCEEDED":
    case "SUPERSEDED":
    case "CANCELLED":
      return `${cause}There is nothing to do: this was overcome, or is no longer wanted.`;
    default:
      return cause;
  }
}
