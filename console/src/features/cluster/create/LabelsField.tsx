import classes from "@/features/cluster/create/LabelsField.module.css";
import type { ClusterValues } from "@/features/cluster/create/schema";
import { ActionIcon, Button, Stack, Text, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { useFieldArray, type UseFormReturn } from "react-hook-form";

/** Words of one's own on a cluster, each a key with a value. */
export function LabelsField({ form }: { readonly form: UseFormReturn<ClusterValues> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "labels" });
  const fault = form.formState.errors.labels;
  const message = fault?.root?.message ?? fault?.message;
  return (
    <fieldset className={classes.labels}>
      <legend>Labels (optional)</legend>
      <Text size="xs" c="dimmed" mb="xs">
        To find clusters by later, such as team = shop.
      </Text>
      <Stack gap={6} align="flex-start">
        {fields.map(({ id }, index) => (
          <div key={id} className={classes.row}>
            <TextInput
              {...form.register(`labels.${index}.key`)}
              aria-label={`Key of label ${index + 1}`}
              placeholder="team"
              autoCapitalize="none"
              spellCheck={false}
            />
            <TextInput {...form.register(`labels.${index}.value`)} aria-label={`Value of label ${index + 1}`} placeholder="shop" />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove label ${index + 1}`}
              onClick={() => {
                remove(index);
              }}
            >
              <X size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        {message !== undefined && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {message}
          </Text>
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => {
            append({ key: "", value: "" });
          }}
        >
          Add a label
        </Button>
      </Stack>
    </fieldset>
  );
}
