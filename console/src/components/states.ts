/** Every state of a cluster that the product has a word for (the glossary's, in its order). */
export type ClusterState =
  | "CREATING"
  | "READY"
  | "UPDATING"
  | "PAUSING"
  | "PAUSED"
  | "RESUMING"
  | "RESTORING"
  | "DELETING"
  | "DELETED"
  | "FAILED"
  | "DEGRADED";

export interface StateLook {
  readonly word: string;
  readonly color: "green" | "blue" | "yellow" | "orange" | "red" | "gray";
  /** Whether it passes by itself. */
  readonly moving: boolean;
}

const LOOKS: Record<ClusterState, StateLook> = {
  CREATING: { word: "Creating", color: "blue", moving: true },
  READY: { word: "Ready", color: "green", moving: false },
  UPDATING: { word: "Updating", color: "blue", moving: true },
  PAUSING: { word: "Pausing", color: "yellow", moving: true },
  PAUSED: { word: "Paused", color: "gray", moving: false },
  RESUMING: { word: "Resuming", color: "blue", moving: true },
  RESTORING: { word: "Restoring", color: "blue", moving: true },
  DELETING: { word: "Deleting", color: "orange", moving: true },
  DELETED: { word: "Deleted", color: "gray", moving: false },
  FAILED: { word: "Failed", color: "red", moving: false },
  DEGRADED: { word: "Degraded", color: "orange", moving: false },
};

/** A state that this console does not know is shown as that: unknown, and by its own name. */
export function lookOf(state: string): StateLook {
  return Object.hasOwn(LOOKS, state)
    ? LOOKS[state as ClusterState]
    : { word: `Unknown (${state})`, color: "gray", moving: false };
}
