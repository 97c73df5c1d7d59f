import { ProjectClusters } from "@/features/cluster/list/ProjectClusters";
import { OrganizationPage } from "@/features/organization/OrganizationPage";
import { NewProjectPage } from "@/features/project/NewProjectPage";
import { ProjectPage } from "@/features/project/ProjectPage";
import { paths } from "@/lib/paths";
import { useParams } from "@tanstack/react-router";

// From an address's ids to a page's properties.

export function Organization() {
  return <OrganizationPage orgId={useParams({ from: `/shell${paths.organization}` }).orgId} />;
}

export function NewProject() {
  return <NewProjectPage orgId={useParams({ from: `/shell${paths.newProject}` }).orgId} />;
}

export function Project() {
  const { orgId, projectId } = useParams({ from: `/shell${paths.project}` });
  return (
    // One page a project: what was typed for one is not there for the next.
    <ProjectPage key={projectId} orgId={orgId} projectId={projectId}>
      <ProjectClusters orgId={orgId} projectId={projectId} />
    </ProjectPage>
  );
}
