import type { Cluster, Project } from "@/api/types";
import { CardLink, CardList } from "@/components/CardList";
import { PlainLink } from "@/components/links";
import { RelativeTime } from "@/components/RelativeTime";
import { StateBadge } from "@/components/StateBadge";
import { lookOf } from "@/components/states";
import { useWide } from "@/components/useWide";
import classes from "@/features/cluster/list/ClusterTable.module.css";
import { useCatalogueNames } from "@/features/cluster/list/useCatalogueNames";
import { paths } from "@/lib/paths";
import { Table } from "@mantine/core";

interface Props {
  readonly clusters: readonly Cluster[];
  /** Given where the clusters are of more than one project: each then says of which. */
  readonly projects?: readonly Project[] | undefined;
}

/** Clusters as a table, or as cards where there is no room for one. */
export function ClusterTable(props: Props) {
  return useWide() ? <AsTable {...props} /> : <AsCards {...props} />;
}

function AsTable({ clusters, projects }: Props) {
  const names = useCatalogueNames();
  return (
    <div className={classes.frame}>
      <Table className={classes.table} aria-label="Clusters" verticalSpacing="sm" horizontalSpacing="sm" borderColor="var(--eutlas-line)">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>State</Table.Th>
            {projects !== undefined && <Table.Th>Project</Table.Th>}
            <Table.Th>Plan</Table.Th>
            <Table.Th>Region</Table.Th>
            <Table.Th>MongoDB</Table.Th>
            <Table.Th ta="end">Created</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clusters.map((cluster) => (
            <Table.Tr key={cluster.id} className={classes.row}>
              <Table.Td>
                <PlainLink to={paths.cluster} params={addressOf(cluster)} className={classes.name}>
                  {cluster.name}
                </PlainLink>
                {wantsWords(cluster) && <span className={classes.message}>{cluster.stateMessage}</span>}
              </Table.Td>
              <Table.Td>
                <StateBadge state={cluster.state} />
              </Table.Td>
              {projects !== undefined && <Table.Td>{projectName(projects, cluster)}</Table.Td>}
              <Table.Td>{names.plan(cluster.plan)}</Table.Td>
              <Table.Td>{names.region(cluster.region)}</Table.Td>
              <Table.Td>{cluster.mongoVersion}</Table.Td>
              <Table.Td ta="end" className={classes.quiet}>
                <RelativeTime at={cluster.createdAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function AsCards({ clusters, projects }: Props) {
  const names = useCatalogueNames();
  return (
    <CardList label="Clusters">
      {clusters.map((cluster) => (
        <CardLink
          key={cluster.id}
          to={paths.cluster}
          params={addressOf(cluster)}
          title={cluster.name}
          beside={<StateBadge state={cluster.state} />}
          about={
            <>
              {projects !== undefined && <>{projectName(projects, cluster)} · </>}
              {names.plan(cluster.plan)} · {names.region(cluster.region)} · MongoDB {cluster.mongoVersion} ·{" "}
              <RelativeTime at={cluster.createdAt} />
              {wantsWords(cluster) && <span className={classes.message}>{cluster.stateMessage}</span>}
            </>
          }
        />
      ))}
    </CardList>
  );
}

function addressOf({ orgId, projectId, id }: Cluster) {
  return { orgId, projectId, clusterId: id };
}

/** Whether the state alone leaves one asking why. */
function wantsWords({ state, stateMessage }: Cluster): boolean {
  return stateMessage !== null && lookOf(state).color !== "green";
}

function projectName(projects: readonly Project[], { projectId }: Cluster): string {
  return projects.find(({ id }) => id === projectId)?.name ?? "…";
}
