import type { Organization } from "@/api/types";

type Role = NonNullable<Organization["role"]>;

const WORDS: Record<Role, string> = {
  OWNER: "Owner",
  ADMIN: "Administrator",
  MEMBER: "Member",
  READER: "Reader",
};

/** One's role in an organization; none where one sees it as this installation's administrator. */
export function roleWord(role: Organization["role"]): string {
  if (role === null) {
    return "Not a member";
  }
  return Object.hasOwn(WORDS, role) ? WORDS[role] : `Unknown (${role})`;
}
