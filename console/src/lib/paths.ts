/** Every address of the console, once: routes are declared with these, and links name these. */
export const paths = {
  home: "/",

  login: "/login",
  signUp: "/signup",
  checkMail: "/check-mail",
  verifyEmail: "/verify-email",
  resendVerification: "/resend-verification",

  outbox: "/dev/outbox",
  outboxMail: "/dev/outbox/$mailId",

  organizations: "/orgs",
  newOrganization: "/orgs/new",
  organization: "/orgs/$orgId",
  organizationClusters: "/orgs/$orgId/clusters",
  organizationEvents: "/orgs/$orgId/events",
  newProject: "/orgs/$orgId/projects/new",

  project: "/orgs/$orgId/projects/$projectId",
  newCluster: "/orgs/$orgId/projects/$projectId/clusters/new",
  cluster: "/orgs/$orgId/projects/$projectId/clusters/$clusterId",
  clusterOperations: "/orgs/$orgId/projects/$projectId/clusters/$clusterId/operations",
  clusterEvents: "/orgs/$orgId/projects/$projectId/clusters/$clusterId/events",
  clusterSettings: "/orgs/$orgId/projects/$projectId/clusters/$clusterId/settings",
} as const;

/**
 * Where to go on after signing in: the address one wanted, if it is one of ours. Anything that a
 * browser could read as another site's is not.
 */
export function safeReturn(from: string | undefined): string {
  return from !== undefined && /^\/(?![/\\])[^\\]*$/.test(from) && !from.startsWith(paths.login) ? from : paths.home;
}
