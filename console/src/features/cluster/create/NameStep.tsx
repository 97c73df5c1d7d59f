import { LabelsField } from "@/features/cluster/create/LabelsField";
import { type ClusterValues, nameFault, suggestedName } from "@/features/cluster/create/schema";
import { Button, Stack, Switch, Text, TextInput } from "@mantine/core";
import { type UseFormReturn, useController } from "react-hook-form";

interface Props {
  readonly form: UseFormReturn<ClusterValues>;
  /** The names of the project's clusters, once they are known. */
  readonly taken: readonly string[] | undefined;
  readonly projectName: string;
}

export function NameStep({ form, taken, projectName }: Props) {
  const { value, onChange, onBlur, ref } = useController({ control: form.control, name: "deletionProtection" }).field;
  return (
    <Stack gap="xl" maw="34rem">
      <NameField form={form} taken={taken} projectName={projectName} />
      <LabelsField form={form} />
      <Switch
        label="Deletion protection"
        description="The cluster cannot be deleted until this is switched off in its settings."
        checked={value}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
        onBlur={onBlur}
        ref={ref}
      />
    </Stack>
  );
}

/** Told at once what is wrong with it, but for what typing on may mend. */
function NameField({ form, taken, projectName }: Props) {
  const { field, fieldState } = useController({ control: form.control, name: "name" });
  const fault = nameFault(field.value, taken ?? []);
  const told = fieldState.error?.type === "server" ? fieldState.error.message : fault?.message;
  const error = fieldState.error !== undefined || (fault !== undefined && !fault.early) ? told : undefined;
  const suggestion = suggestedName(field.value.length < 3 ? projectName : field.value, taken ?? []);

  return (
    <div>
      <TextInput
        {...field}
        label="Name"
        description="3 to 30 letters a to z, digits and hyphens. It cannot be changed later."
        placeholder={suggestion}
        error={error}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
      />
      <Text size="sm" c="dimmed" mt={6} role="status" mih="1.5em">
        {fault === undefined && error === undefined && taken !== undefined && `${field.value} is free in this project.`}
        {(field.value === "" || error !== undefined) && suggestion !== field.value && (
          <Button
            variant="subtle"
            size="compact-sm"
            ml="-0.5rem"
            onClick={() => {
              form.setValue("name", suggestion, { shouldValidate: true, shouldDirty: true });
            }}
          >
            Use {suggestion}
          </Button>
        )}
      </Text>
    </div>
  );
}
