import { OrganizationEventsPage } from "@/features/event/OrganizationEventsPage";
import { filterOf } from "@/features/event/words";
import { paths } from "@/lib/paths";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";

const here = `/shell${paths.organizationEvents}` as const;

export function OrganizationEvents() {
  const { orgId } = useParams({ from: here });
  const filter = filterOf(useSearch({ from: here }));
  const navigate = useNavigate();
  return (
    <OrganizationEventsPage
      orgId={orgId}
      filter={filter}
      setFilter={(search) => void navigate({ to: paths.organizationEvents, params: { orgId }, search, replace: true })}
    />
  );
}
