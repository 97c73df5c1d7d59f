import { ClusterFrame } from "@/features/cluster/details/ClusterFrame";
import { OverviewPart } from "@/features/cluster/details/OverviewPart";
import { SettingsPart } from "@/features/cluster/details/SettingsPart";
import { EventsOfCluster } from "@/features/event/EventsOfCluster";
import { filterOf } from "@/features/event/words";
import { OperationsOfCluster } from "@/features/operation/OperationsOfCluster";
import { OperationUnderWay } from "@/features/operation/OperationUnderWay";
import { paths } from "@/lib/paths";
import { Outlet, useMatch, useNavigate, useParams, useSearch } from "@tanstack/react-router";

// From an address's ids to a page's properties; and features that do not know each other, on one page.

const frame = `/shell${paths.cluster}` as const;

export function ClusterDetails() {
  const listed = useMatch({ from: `/shell${paths.clusterOperations}`, shouldThrow: false }) !== undefined;
  return (
    <ClusterFrame {...useParams({ from: frame })} underWay={(cluster) => <OperationUnderWay cluster={cluster} listed={listed} />}>
      <Outlet />
    </ClusterFrame>
  );
}

export function ClusterOverview() {
  return <OverviewPart {...useParams({ from: frame })} />;
}

export function ClusterOperations() {
  return <OperationsOfCluster {...useParams({ from: frame })} />;
}

export function ClusterEvents() {
  const params = useParams({ from: frame });
  const filter = filterOf(useSearch({ from: `/shell${paths.clusterEvents}` }));
  const navigate = useNavigate();
  return (
    <EventsOfCluster
      {...params}
      filter={filter}
      setFilter={(search) => void navigate({ to: paths.clusterEvents, params, search, replace: true })}
    />
  );
}

export function ClusterSettings() {
  return <SettingsPart {...useParams({ from: frame })} />;
}
