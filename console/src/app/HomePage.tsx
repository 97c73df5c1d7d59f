import { Overview } from "@/app/home/Overview";
import { useUser } from "@/api/session";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ListSkeleton } from "@/components/Skeletons";
import { organizationsQuery } from "@/features/organization/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";

/** Where one lands: what to do next, and how everything is. */
export function HomePage() {
  const organizations = useQuery(organizationsQuery);
  const name = useUser()?.name;
  const none = organizations.data?.items.length === 0;

  return (
    <Page
      title={name === undefined ? "Welcome" : `Welcome, ${name}`}
      lead={none ? "From here to a running MongoDB is three small steps: an organization, a project, a cluster." : undefined}
    >
      <Loaded
        query={organizations}
        waiting={<ListSkeleton what="Your organizations are being read" />}
        failed="Your organizations could not be read"
      >
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={Building2}
              title="First, create an organization"
              action={
                <LinkButton to={paths.newOrganization} leftSection={<Plus size={16} aria-hidden />}>
                  Create an organization
                </LinkButton>
              }
            >
              It stands for your company or team, holds your projects, and says who may do what in them.
            </EmptyState>
          ) : (
            <Overview organizations={items} />
          )
        }
      </Loaded>
    </Page>
  );
}
