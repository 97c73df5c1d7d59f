import type { Cluster, Project } from "@/api/types";
import { CardLink, CardList } from "@/components/CardList";
import { RelativeTime } from "@/components/RelativeTime";
import { StateCounts } from "@/components/StateCounts";
import { counted } from "@/lib/amounts";
import { paths } from "@/lib/paths";

interface Props {
  readonly projects: readonly Project[];
  /** Of all these projects; absent as long as they are not known, or where they are too many to count here. */
  readonly clusters: readonly Cluster[] | undefined;
}

/** Projects with what is in them. */
export function ProjectList({ projects, clusters }: Props) {
  return (
    <CardList label="Projects">
      {projects.map(({ id, orgId, name, createdAt }) => {
        const own = clusters?.filter(({ projectId }) => projectId === id);
        return (
          <CardLink
            key={id}
            to={paths.project}
            params={{ orgId, projectId: id }}
            title={name}
            about={
              <>
                {own !== undefined && <>{own.length === 0 ? "No cluster yet" : counted(own.length, "cluster")} · </>}
                Created <RelativeTime at={createdAt} />
              </>
            }
            beside={own !== undefined && <StateCounts states={own.map(({ state }) => state)} />}
          />
        );
      })}
    </CardList>
  );
}
