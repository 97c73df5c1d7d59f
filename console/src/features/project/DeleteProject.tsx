import type { Project } from "@/api/types";
import { ConfirmByName } from "@/components/ConfirmByName";
import { tell } from "@/components/told";
import { projectKeys } from "@/features/project/queries";
import { deleteProject } from "@/features/project/requests";
import { paths } from "@/lib/paths";
import { Button, Divider, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

interface Props {
  readonly project: Project;
  readonly empty: boolean;
}

/** The end of a project, which has to be empty for it. */
export function DeleteProject({ project: { id, orgId, name }, empty }: Props) {
  const [asking, { open, close }] = useDisclosure(false);
  const client = useQueryClient();
  const navigate = useNavigate();

  return (
    <Stack gap="sm" mt="lg">
      <Divider color="var(--eutlas-line)" />
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed" flex="1 1 16rem">
          {empty ? "This project is empty. It can be deleted." : "To delete this project, delete its clusters first."}
        </Text>
        {empty && (
          <Button variant="default" size="xs" onClick={open}>
            Delete the project
          </Button>
        )}
      </Group>
      <ConfirmByName
        opened={asking}
        close={close}
        title="Delete the project"
        busy="Deleting …"
        name={name}
        confirm={async () => {
          await deleteProject(orgId, id);
          // First away from here: what is gone is not asked for again.
          await navigate({ to: paths.organization, params: { orgId } });
          client.removeQueries({ queryKey: projectKeys.one(orgId, id) });
          void client.invalidateQueries({ queryKey: projectKeys.list(orgId) });
          tell(`${name} is deleted.`);
        }}
      >
        The project and its name are gone for everybody in the organization. It holds no cluster, so no data is lost.
      </ConfirmByName>
    </Stack>
  );
}
