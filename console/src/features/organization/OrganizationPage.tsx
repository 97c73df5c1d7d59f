import { CardLink, CardList } from "@/components/CardList";
import { CopyText } from "@/components/CopyText";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { RelativeTime } from "@/components/RelativeTime";
import { ListSkeleton } from "@/components/Skeletons";
import { organizationQuery } from "@/features/organization/queries";
import { projectsQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { FolderKanban, Plus } from "lucide-react";

/** One organization: its projects. */
export function OrganizationPage({ orgId }: { readonly orgId: string }) {
  const organization = useQuery(organizationQuery(orgId));
  const projects = useQuery({ ...projectsQuery(orgId), enabled: organization.error === null });
  const create = (
    <LinkButton to={paths.newProject} params={{ orgId }} leftSection={<Plus size={16} aria-hidden />}>
      New project
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
                <EmptyState icon={FolderKanban} title="Next, create a project" action={create}>
                  A project holds the clusters of one application or one stage, such as shop or staging.
                </EmptyState>
              ) : (
                <CardList label="Projects">
                  {items.map(({ id, name, createdAt }) => (
                    <CardLink
                      key={id}
                      to={paths.project}
                      params={{ orgId, projectId: id }}
                      title={name}
                      about={
                        <>
                          Created <RelativeTime at={createdAt} />
                        </>
                      }
                    />
                  ))}
                </CardList>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
