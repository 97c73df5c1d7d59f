import { organizationsQuery } from "@/features/organization/queries";
import { Switcher } from "@/components/Switcher";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

/** Names the organization one is in, and leads to the others. */
export function OrganizationSwitcher({ orgId }: { readonly orgId: string | undefined }) {
  const organizations = useQuery(organizationsQuery);
  const navigate = useNavigate();
  return (
    <Switcher
      kind="Organization"
      current={orgId}
      query={organizations}
      choose={(id) => void navigate({ to: paths.organization, params: { orgId: id } })}
      all={{ label: "All organizations", open: () => void navigate({ to: paths.organizations }) }}
      create={{ label: "New organization", open: () => void navigate({ to: paths.newOrganization }) }}
    />
  );
}
