import type { components } from "@generated/schema";

type Schemas = components["schemas"];

export type Actor = Schemas["Actor"];
export type Cluster = Schemas["Cluster"];
export type ConnectionTest = Schemas["ConnectionTest"];
export type CreateClusterRequest = Schemas["CreateClusterRequest"];
export type CreateOrganizationRequest = Schemas["CreateOrganizationRequest"];
export type CreateProjectRequest = Schemas["CreateProjectRequest"];
export type Credentials = Schemas["Credentials"];
export type Event = Schemas["Event"];
export type EventType = Event["type"];
export type LogInRequest = Schemas["LogInRequest"];
export type Mail = Schemas["Mail"];
export type MailSummary = Schemas["MailSummary"];
export type MongoVersion = Schemas["MongoVersion"];
export type Operation = Schemas["Operation"];
export type Organization = Schemas["Organization"];
export type Plan = Schemas["Plan"];
export type ProblemAnswer = Schemas["Problem"];
export type ProblemCode = ProblemAnswer["code"];
export type Project = Schemas["Project"];
export type Region = Schemas["Region"];
export type SignUpRequest = Schemas["SignUpRequest"];
export type Tokens = Schemas["Tokens"];
export type UpdateClusterRequest = Schemas["UpdateClusterRequest"];
export type User = Schemas["User"];
