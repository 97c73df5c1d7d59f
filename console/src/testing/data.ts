import type { Event, Organization, Project, User } from "@/api/types";

// Things as the product tells them, one of each. Tests change what they are about.

export const you: User = { id: "65f0c0ffee00000000000001", email: "you@example.org", name: "You", verified: true };

export const acme: Organization = {
  id: "65f0c0ffee00000000000002",
  name: "Acme",
  role: "OWNER",
  createdAt: "2026-01-31T12:00:00Z",
  updatedAt: "2026-01-31T12:00:00Z",
};

export const shop: Project = {
  id: "65f0c0ffee00000000000003",
  orgId: acme.id,
  name: "Shop",
  createdAt: "2026-01-31T12:00:00Z",
  updatedAt: "2026-01-31T12:00:00Z",
};

export const clusterReady: Event = {
  seq: 7,
  id: "65f0c0ffee00000000000004",
  type: "CLUSTER_READY",
  severity: "INFO",
  message: "The cluster is ready.",
  actor: { kind: "SYSTEM", id: null, name: "EUTLAS", address: null, userAgent: null },
  hash: "0".repeat(64),
  orgId: acme.id,
  projectId: shop.id,
  clusterId: "65f0c0ffee00000000000005",
  correlationId: "c0ffee00-0000-4000-8000-000000000000",
  metadata: {},
  createdAt: "2026-01-31T12:00:00Z",
};
