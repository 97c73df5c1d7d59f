package eu.eutlas.k8s.standin;

/** What goes wrong with a cluster for as long as a test says so. */
public enum Fault {
  /** Pods are made, and nothing is ever heard of them. */
  NEVER_READY,
  /** No node has room for the pods. */
  UNSCHEDULABLE,
  /** The image cannot be had. */
  IMAGE_PULL,
  /** The database ends again and again. */
  CRASH_LOOP,
  /** Provisioning volumes takes for ever, and so does growing them. */
  NO_VOLUMES,
  /** Volumes outlive their claims. */
  VOLUMES_STAY,
  /** The operator looks elsewhere: what it said before stays visible. */
  LOOKS_AWAY,
  /** The operator cannot do its work and says so: Failed, error. It tries again. */
  FAILED,
  /** The operator says a word that nobody knows. */
  UNKNOWN_STATE,
  /** The operator's finalizers are never done with. */
  FINALIZERS_HANG
}
