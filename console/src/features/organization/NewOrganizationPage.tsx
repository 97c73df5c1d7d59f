import { useSubmissionKey } from "@/api/idempotency";
import { Form } from "@/components/form/Form";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { LinkButton, TextLink } from "@/components/links";
import { Page } from "@/components/Page";
import { organizationKeys } from "@/features/organization/queries";
import { createOrganization } from "@/features/organization/requests";
import { organizationSchema } from "@/features/organization/schemas";
import { paths } from "@/lib/paths";
import { Group, Paper } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";

export function NewOrganizationPage() {
  const form = useZodForm(organizationSchema, { name: "" });
  const key = useSubmissionKey();
  const client = useQueryClient();
  const navigate = useNavigate();

  return (
    <Page
      title="New organization"
      above={[<TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>]}
      lead="It holds your projects and the people who work on them. You are its first owner."
    >
      <Paper withBorder p={{ base: "md", sm: "lg" }} maw="32rem">
        <Form
          form={form}
          failed="The organization was not created"
          submit={async (values) => {
            const created = await createOrganization(values, key.for(values));
            key.done();
            // Not waited for: the next page reads what it needs.
            void client.invalidateQueries({ queryKey: organizationKeys.all });
            await navigate({ to: paths.organization, params: { orgId: created.id } });
          }}
        >
          <TextField
            form={form}
            name="name"
            label="Name"
            description="Your company or team, for example. 2 to 50 characters."
            placeholder="Acme"
            autoComplete="organization"
            autoFocus
          />
          <Group gap="xs" justify="flex-end">
            <LinkButton to={paths.organizations} variant="default">
              Cancel
            </LinkButton>
            <SubmitButton busy="Creating …">Create the organization</SubmitButton>
          </Group>
        </Form>
      </Paper>
    </Page>
  );
}
