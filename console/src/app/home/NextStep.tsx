import { may } from "@/api/permissions";
import type { Organization, Project } from "@/api/types";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton } from "@/components/links";
import { paths } from "@/lib/paths";
import { Database, FolderKanban, Plus } from "lucide-react";

interface Props {
  readonly organizations: readonly Organization[];
  readonly projects: readonly Project[];
  readonly hasCluster: boolean;
}

/** The next step on the way to a first cluster; nothing for those who have one, or may not take it. */
export function NextStep({ organizations, projects, hasCluster }: Props) {
  const plus = <Plus size={16} aria-hidden />;
  if (projects.length === 0) {
    const place = organizations.find((organization) => may("createProject", organization));
    return place === undefined ? null : (
      <EmptyState
        icon={FolderKanban}
        title="Next, create a project"
        action={
          <LinkButton to={paths.newProject} params={{ orgId: place.id }} leftSection={plus}>
            Create a project
          </LinkButton>
        }
      >
        In {place.name}, a project holds the clusters of one application or one stage, such as shop or staging.
      </EmptyState>
    );
  }
  const place = projects.find(({ orgId }) => may("createCluster", organizations.find(({ id }) => id === orgId)));
  return hasCluster || place === undefined ? null : (
    <EmptyState
      icon={Database}
      title="Now, create a cluster"
      action={
        <LinkButton to={paths.newCluster} params={{ orgId: place.orgId, projectId: place.id }} leftSection={plus}>
          Create a cluster
        </LinkButton>
      }
    >
      {place.name} is ready for its first: a MongoDB of your own, with its user, its password and an address to connect to.
    </EmptyState>
  );
}
