import type { Cluster, Credentials, Event, Mail, MongoVersion, Operation, Organization, Plan, Project, Region, User } from "@/api/types";

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

export const orders: Cluster = {
  id: "65f0c0ffee00000000000005",
  projectId: shop.id,
  orgId: acme.id,
  name: "orders",
  plan: "SMALL",
  region: "north",
  mongoVersion: "8.0",
  labels: {},
  state: "READY",
  stateMessage: null,
  endpoint: { host: "127.0.0.1", port: 27017, members: ["127.0.0.1:27017"], replicaSet: null },
  deletionProtection: false,
  operation: null,
  createdAt: "2026-01-31T12:00:00Z",
  updatedAt: "2026-01-31T12:00:00Z",
};

export const creation: Operation = {
  id: "65f0c0ffee00000000000006",
  type: "CREATE",
  state: "RUNNING",
  step: "Waiting for the servers",
  waitsFor: "Its servers are starting.",
  progress: 40,
  attempts: 0,
  maxAttempts: 30,
  nextAttemptAt: null,
  error: null,
  correlationId: "c0ffee00-0000-4000-8000-000000000000",
  actor: { kind: "USER", id: you.id, name: you.name, address: "127.0.0.1", userAgent: "Browser" },
  startedAt: "2026-01-31T12:00:00Z",
  endedAt: null,
};

export const plans: readonly Plan[] = [
  plan("DEV", "Dev", 0.25, 512, false, 900),
  plan("SMALL", "Small", 0.5, 1536, true, 2950),
];

export const regions: readonly Region[] = [
  { id: "south", name: "South", location: "Palermo", capabilities: [], health: "DOWN", maintenance: null, full: true },
  { id: "north", name: "North", location: "Kiruna", capabilities: [], health: "UP", maintenance: null, full: false },
];

export const versions: readonly MongoVersion[] = [
  { version: "6.0", default: false, endOfLife: "2025-07-31" },
  { version: "8.0", default: true, endOfLife: "2099-10-31" },
];

function plan(id: string, name: string, cpu: number, memoryMb: number, backups: boolean, amount: number): Plan {
  return { id, name, cpu, memoryMb, storageGb: 5, members: 1, backups, price: { amount, currency: "EUR" } };
}

const connectionString = "mongodb://admin:s3cret@127.0.0.1:27017/?authSource=admin&directConnection=true";

export const connection: Credentials = {
  connectionString,
  host: "127.0.0.1",
  port: 27017,
  username: "admin",
  password: "s3cret",
  shell: `mongosh "${connectionString}"`,
  former: null,
};

export const mail: Mail = {
  id: "65f0c0ffee00000000000007",
  to: you.email,
  subject: "Verify your e-mail address",
  sentAt: "2026-01-31T12:00:00Z",
  text: "Welcome to EUTLAS.",
  html: "<p>Welcome to EUTLAS.</p>",
  links: ["http://localhost:8080/verify-email?token=t"],
};
