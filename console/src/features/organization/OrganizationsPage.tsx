import { EmptyState } from "@/components/EmptyState";
import { LinkButton } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ListSkeleton } from "@/components/Skeletons";
import { OrganizationList } from "@/features/organization/OrganizationList";
import { organizationsQuery } from "@/features/organization/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";

export function OrganizationsPage() {
  const organizations = useQuery(organizationsQuery);
  const create = (
    <LinkButton to={paths.newOrganization} leftSection={<Plus size={16} aria-hidden />}>
      New organization
    </LinkButton>
  );

  return (
    <Page
      title="Organizations"
      lead="An organization holds projects, and the people who work on them."
      actions={organizations.data !== undefined && organizations.data.items.length > 0 && create}
    >
      <Loaded
        query={organizations}
        waiting={<ListSkeleton what="Your organizations are being read" />}
        failed="Your organizations could not be read"
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Building2} title="You are in no organization yet" action={create}>
              Create one for your company or team. Projects and clusters come into it next.
            </EmptyState>
          ) : (
            <OrganizationList organizations={items} />
          )
        }
      </Loaded>
    </Page>
  );
}
