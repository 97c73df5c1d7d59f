import { Switcher } from "@/components/Switcher";
import { projectsQuery } from "@/features/project/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

interface Props {
  readonly orgId: string;
  readonly projectId: string | undefined;
}

/** Names the project one is in, and leads to the organization's others. */
export function ProjectSwitcher({ orgId, projectId }: Props) {
  const projects = useQuery(projectsQuery(orgId));
  const navigate = useNavigate();
  return (
    <Switcher
      kind="Project"
      current={projectId}
      query={projects}
      choose={(id) => void navigate({ to: paths.project, params: { orgId, projectId: id } })}
      all={{ label: "All projects", open: () => void navigate({ to: paths.organization, params: { orgId } }) }}
      create={{ label: "New project", open: () => void navigate({ to: paths.newProject, params: { orgId } }) }}
    />
  );
}
