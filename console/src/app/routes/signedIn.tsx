import { session } from "@/api/session";
import { rootRoute } from "@/app/routes/root";
import { searchOf } from "@/app/routes/search";
import { paths } from "@/lib/paths";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";

/** Everything inside the shell: for people who are signed in. The others log in first, and come back. */
const shell = createRoute({
  getParentRoute: () => rootRoute,
  id: "shell",
  beforeLoad: ({ location, cause }) => {
    const { status } = session.getState();
    // Whoever is inside when the session ends stays there, and logs in above what they were doing.
    if (status !== "signedIn" && !(status === "ended" && cause === "stay")) {
      const from = location.href === paths.home ? undefined : location.href;
      throw redirect({ to: paths.login, search: { from }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import("@/app/shell/Shell"), "Shell"),
});

const home = createRoute({
  getParentRoute: () => shell,
  path: paths.home,
  component: lazyRouteComponent(() => import("@/app/HomePage"), "HomePage"),
});

const organizations = createRoute({
  getParentRoute: () => shell,
  path: paths.organizations,
  component: lazyRouteComponent(() => import("@/features/organization/OrganizationsPage"), "OrganizationsPage"),
});

const newOrganization = createRoute({
  getParentRoute: () => shell,
  path: paths.newOrganization,
  component: lazyRouteComponent(() => import("@/features/organization/NewOrganizationPage"), "NewOrganizationPage"),
});

const organization = createRoute({
  getParentRoute: () => shell,
  path: paths.organization,
  component: lazyRouteComponent(() => import("@/app/routes/organizationPages"), "Organization"),
});

const newProject = createRoute({
  getParentRoute: () => shell,
  path: paths.newProject,
  component: lazyRouteComponent(() => import("@/app/routes/organizationPages"), "NewProject"),
});

const project = createRoute({
  getParentRoute: () => shell,
  path: paths.project,
  validateSearch: searchOf("state", "q"),
  component: lazyRouteComponent(() => import("@/app/routes/organizationPages"), "Project"),
});

const organizationClusters = createRoute({
  getParentRoute: () => shell,
  path: paths.organizationClusters,
  validateSearch: searchOf("state", "q"),
  component: lazyRouteComponent(() => import("@/app/routes/clusterPages"), "OrganizationClusters"),
});

const newCluster = createRoute({
  getParentRoute: () => shell,
  path: paths.newCluster,
  validateSearch: searchOf("step"),
  component: lazyRouteComponent(() => import("@/app/routes/clusterPages"), "NewCluster"),
});

const cluster = createRoute({
  getParentRoute: () => shell,
  path: paths.cluster,
  component: lazyRouteComponent(() => import("@/app/routes/clusterDetailPages"), "ClusterDetails"),
});

// The parts of one cluster, inside its frame: their addresses in paths.ts begin with the cluster's.
const clusterParts = [
  createRoute({
    getParentRoute: () => cluster,
    path: "/",
    component: lazyRouteComponent(() => import("@/app/routes/clusterDetailPages"), "ClusterOverview"),
  }),
  createRoute({
    getParentRoute: () => cluster,
    path: "operations",
    component: lazyRouteComponent(() => import("@/app/routes/clusterDetailPages"), "ClusterOperations"),
  }),
  createRoute({
    getParentRoute: () => cluster,
    path: "events",
    validateSearch: searchOf("type", "severity"),
    component: lazyRouteComponent(() => import("@/app/routes/clusterDetailPages"), "ClusterEvents"),
  }),
  createRoute({
    getParentRoute: () => cluster,
    path: "settings",
    component: lazyRouteComponent(() => import("@/app/routes/clusterDetailPages"), "ClusterSettings"),
  }),
] as const;

const organizationEvents = createRoute({
  getParentRoute: () => shell,
  path: paths.organizationEvents,
  validateSearch: searchOf("type", "severity"),
  component: lazyRouteComponent(() => import("@/app/routes/eventPages"), "OrganizationEvents"),
});

export const signedInRoute = shell.addChildren([
  home,
  organizations,
  newOrganization,
  organization,
  newProject,
  project,
  cluster.addChildren(clusterParts),
  organizationClusters,
  newCluster,
  organizationEvents,
]);
