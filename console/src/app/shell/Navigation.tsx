import type { LinkProps } from "@/components/links";
import { paths } from "@/lib/paths";
import { NavLink, type NavLinkProps, Stack } from "@mantine/core";
import { createLink, useParams } from "@tanstack/react-router";
import { Building2, Database, FolderKanban, History, House } from "lucide-react";

const NavigationLink = createLink((props: LinkProps<NavLinkProps>) => <NavLink component="a" {...props} />);

/** What there is where one is. */
export function Navigation({ orgId }: { readonly orgId: string | undefined }) {
  const { projectId }: { readonly projectId?: string } = useParams({ strict: false });
  return (
    <nav aria-label="Main">
      <Stack gap={2}>
        <NavigationLink to={paths.home} activeOptions={{ exact: true }} label="Start" leftSection={<House size={16} aria-hidden />} />
        <NavigationLink
          to={paths.organizations}
          activeOptions={{ exact: true }}
          label="Organizations"
          leftSection={<Building2 size={16} aria-hidden />}
        />
        {orgId !== undefined && (
          <>
            <NavigationLink
              to={paths.organization}
              params={{ orgId }}
              activeOptions={{ exact: true }}
              active={projectId !== undefined}
              label="Projects"
              leftSection={<FolderKanban size={16} aria-hidden />}
            />
            <NavigationLink
              to={paths.organizationClusters}
              params={{ orgId }}
              label="Clusters"
              leftSection={<Database size={16} aria-hidden />}
            />
            <NavigationLink
              to={paths.organizationEvents}
              params={{ orgId }}
              label="Events"
              leftSection={<History size={16} aria-hidden />}
            />
          </>
        )}
      </Stack>
    </nav>
  );
}
