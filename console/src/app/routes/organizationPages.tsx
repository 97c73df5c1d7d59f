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
  return <ProjectPage {...useParams({ from: `/shell${paths.project}` })} />;
}
