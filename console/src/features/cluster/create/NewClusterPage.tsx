import { may } from "@/api/permissions";
import { useUser } from "@/api/session";
import { EmptyState } from "@/components/EmptyState";
import { LinkButton, TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { ChoicesSkeleton } from "@/components/Skeletons";
import { draftOf } from "@/features/cluster/create/draft";
import { beginning } from "@/features/cluster/create/defaults";
import { Wizard } from "@/features/cluster/create/Wizard";
import { catalogueQuery } from "@/features/cluster/queries";
import { organizationQuery } from "@/features/organization/queries";
import { projectQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
}

/** From nothing to an ordered cluster, in a few steps. */
export function NewClusterPage({ orgId, projectId }: Props) {
  const organization = useQuery(organizationQuery(orgId));
  const project = useQuery(projectQuery(orgId, projectId));
  const catalogue = useQuery(catalogueQuery);
  const userId = useUser()?.id;
  const waiting = <ChoicesSkeleton what="The plans are being read" />;

  return (
    <Page
      title="Create a cluster"
      above={[
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
        <TextLink key="project" to={paths.project} params={{ orgId, projectId }}>
          {project.data?.name ?? "Project"}
        </TextLink>,
      ]}
    >
      <Loaded query={project} waiting={waiting} failed="The project could not be read">
        {({ name }) =>
          may("createCluster", organization.data) ? (
            <Loaded query={catalogue} waiting={waiting} failed="The plans could not be read">
              {(offer) => (
                <Wizard
                  orgId={orgId}
                  projectId={projectId}
                  projectName={name}
                  catalogue={offer}
                  first={beginning(offer, draftOf(userId, projectId))}
                />
              )}
            </Loaded>
          ) : (
            <EmptyState
              icon={Lock}
              title="Your role is to read"
              action={
                <LinkButton to={paths.project} params={{ orgId, projectId }}>
                  Back to the project
                </LinkButton>
              }
            >
              To create clusters here, ask an owner of the organization for the role of a member.
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
