import type {
  Actor,
  Cluster,
  ConnectionTest,
  Credentials,
  Event,
  Mail,
  MailSummary,
  MongoVersion,
  Operation,
  OperationFault,
  Organization,
  Plan,
  Project,
  Region,
} from "@/api/types";
import { day, flag, listOf, mapOf, number, orNull, text, thing, time } from "@/lib/shape";

// What the product answers, as far as its description promises it. Words of a closed list are any
// text here: pages show one that they do not know as unknown.

const isActor = thing<Actor>({ kind: text, id: orNull(text), name: text, address: orNull(text), userAgent: orNull(text) });

const isFault = thing<OperationFault>({ code: text, class: text, message: text, retryable: flag, whatToDo: text });

export const isOperation = thing<Operation>({
  id: text,
  type: text,
  state: text,
  step: text,
  waitsFor: orNull(text),
  progress: number,
  attempts: number,
  maxAttempts: number,
  nextAttemptAt: orNull(time),
  error: orNull(isFault),
  correlationId: text,
  actor: isActor,
  startedAt: time,
  endedAt: orNull(time),
});

export const isOrganization = thing<Organization>({ id: text, name: text, role: orNull(text), createdAt: time, updatedAt: time });

export const isProject = thing<Project>({ id: text, orgId: text, name: text, createdAt: time, updatedAt: time });

export const isCluster = thing<Cluster>({
  id: text,
  projectId: text,
  orgId: text,
  name: text,
  plan: text,
  region: text,
  mongoVersion: text,
  labels: mapOf(text),
  state: text,
  stateMessage: orNull(text),
  endpoint: orNull(
    thing<NonNullable<Cluster["endpoint"]>>({ host: text, port: number, members: listOf(text), replicaSet: orNull(text) }),
  ),
  deletionProtection: flag,
  operation: orNull(isOperation),
  createdAt: time,
  updatedAt: time,
});

export const isEvent = thing<Event>({
  seq: number,
  id: text,
  type: text,
  severity: text,
  message: text,
  actor: isActor,
  hash: text,
  orgId: text,
  projectId: orNull(text),
  clusterId: orNull(text),
  correlationId: text,
  metadata: mapOf(text),
  createdAt: time,
});

export const isPlan = thing<Plan>({
  id: text,
  name: text,
  cpu: number,
  memoryMb: number,
  storageGb: number,
  members: number,
  backups: flag,
  price: thing<Plan["price"]>({ amount: number, currency: text }),
});

export const isRegion = thing<Region>({
  id: text,
  name: text,
  location: text,
  capabilities: listOf(text),
  health: text,
  maintenance: orNull(thing<NonNullable<Region["maintenance"]>>({ reason: text, since: time })),
  full: flag,
});

export const isMongoVersion = thing<MongoVersion>({ version: text, default: flag, endOfLife: day });

export const isCredentials = thing<Credentials>({
  connectionString: text,
  host: text,
  port: number,
  username: text,
  password: text,
  shell: text,
  former: orNull(thing<NonNullable<Credentials["former"]>>({ username: text, until: time })),
});

export const isConnectionTest = thing<ConnectionTest>({ ok: flag, latencyMs: number, message: text });

export const isMailSummary = thing<MailSummary>({ id: text, to: text, subject: text, sentAt: time });

export const isMail = thing<Mail>({ id: text, to: text, subject: text, sentAt: time, text, html: text, links: listOf(text) });
