import type { Organization } from "@/api/types";

type Role = NonNullable<Organization["role"]>;
type Permission = "createProject" | "deleteProject" | "createCluster" | "changeCluster" | "deleteCluster" | "readCredentials";

const ROLES: Record<Permission, readonly Role[]> = {
  createProject: ["OWNER", "ADMIN"],
  deleteProject: ["OWNER", "ADMIN"],
  createCluster: ["OWNER", "ADMIN", "MEMBER"],
  changeCluster: ["OWNER", "ADMIN", "MEMBER"],
  deleteCluster: ["OWNER", "ADMIN", "MEMBER"],
  readCredentials: ["OWNER", "ADMIN", "MEMBER"],
};

/**
 * Whether it is worth offering. The product decides: this spares a refusal. Of an organization that is
 * not read yet, nothing is known and all is offered.
 */
export function may(permission: Permission, organization: Organization | undefined): boolean {
  return organization === undefined || (organization.role !== null && ROLES[permission].includes(organization.role));
}
