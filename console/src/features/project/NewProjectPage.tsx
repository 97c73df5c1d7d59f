import { useSubmissionKey } from "@/api/idempotency";
import { Form } from "@/components/form/Form";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { LinkButton, TextLink } from "@/components/links";
import { Page } from "@/components/Page";
import { organizationQuery } from "@/features/organization/queries";
import { projectKeys } from "@/features/project/queries";
import { createProject } from "@/features/project/requests";
import { projectSchema } from "@/features/project/schemas";
import { paths } from "@/lib/paths";
import { Group, Paper } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

export function NewProjectPage({ orgId }: { readonly orgId: string }) {
  const organization = useQuery(organizationQuery(orgId));
  const form = useZodForm(projectSchema, { name: "" });
  const key = useSubmissionKey();
  const client = useQueryClient();
  const navigate = useNavigate();

  return (
    <Page
      title="New project"
      above={[
        <TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>,
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
      ]}
      lead="It holds the clusters of one application or one stage, such as shop or staging."
    >
      <Paper withBorder p={{ base: "md", sm: "lg" }} maw="32rem">
        <Form
          form={form}
          failed="The project was not created"
          submit={async (values) => {
            const created = await createProject(orgId, values, key.for(values));
            key.done();
            void client.invalidateQueries({ queryKey: projectKeys.list(orgId) });
            await navigate({ to: paths.project, params: { orgId, projectId: created.id } });
          }}
        >
          <TextField form={form} name="name" label="Name" description="2 to 50 characters, unique in the organization." autoFocus />
          <Group gap="xs" justify="flex-end">
            <LinkButton to={paths.organization} params={{ orgId }} variant="default">
              Cancel
            </LinkButton>
            <SubmitButton busy="Creating …">Create the project</SubmitButton>
          </Group>
        </Form>
      </Paper>
    </Page>
  );
}
