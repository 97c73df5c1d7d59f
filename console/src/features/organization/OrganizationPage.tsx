import { may } from "@/api/permissions";
import { CopyText } from "@/components/CopyText";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ListSkeleton } from "@/components/Skeletons";
import { organizationGlanceQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { ProjectList } from "@/features/organization/ProjectList";
import { projectsQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { FolderKanban, Plus } from "lucide-react";

/** One organization: its projects, with what is in them. */
export function OrganizationPage({ orgId }: { readonly orgId: string }) {
  const organization = useQuery(organizationQuery(orgId));
  const known = organization.error === null;
  const projects = useQuery({ ...projectsQuery(orgId), enabled: known });
  const glance = useQuery({ ...organizationGlanceQuery(orgId), enabled: known });
  const mayCreate = may("createProject", organization.data);
  const create = mayCreate && (
    <LinkButton to={paths.newProject} params={{ orgId }} leftSection={<Plus size={16} aria-hidden />}>
      Create a project
    </LinkButton>
  );

  return (
    <Page
      title={organization.data?.name ?? "Organization"}
      above={[<TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>]}
      beside={<CopyText what="the organization's id" value={orgId} />}
      actions={projects.data !== undefined && projects.data.items.length > 0 && create}
    >
      <Loaded
        query={organization}
        waiting={<ListSkeleton what="The organization is being read" />}
        failed="The organization could not be read"
      >
        {() => (
          <Loaded
            query={projects}
            waiting={<ListSkeleton what="The projects are being read" />}
            failed="The projects could not be read"
          >
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState icon={FolderKanban} title={mayCreate ? "Next, create a project" : "No project yet"} action={create}>
                  A project holds the clusters of one application or one stage, such as shop or staging.
                  {!mayCreate && " Ask an owner or an administrator to create one."}
                </EmptyState>
              ) : (
                <ProjectList projects={items} clusters={glance.data?.whole === true ? glance.data.clusters : undefined} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
