import type { Revised } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Cluster } from "@/api/types";
import { Form } from "@/components/form/Form";
import { SubmitButton } from "@/components/form/SubmitButton";
import { useZodForm } from "@/components/form/useZodForm";
import type { ClusterAddress } from "@/features/cluster/details/address";
import { LabelConflict } from "@/features/cluster/details/LabelConflict";
import { LabelRowFields } from "@/features/cluster/details/LabelRowFields";
import { type LabelMap, labelsSchema, mapOf, patchBetween, rowsOf, sameLabels } from "@/features/cluster/details/labels";
import { updateCluster } from "@/features/cluster/details/requests";
import { clusterKeys, clusterQuery } from "@/features/cluster/queries";
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useFieldArray } from "react-hook-form";

interface Props {
  readonly address: ClusterAddress;
  readonly cluster: Cluster & Revised;
}

/** The labels, row by row. What somebody else changed meanwhile is shown beside what one has typed. */
export function LabelsForm({ address, cluster }: Props) {
  const [base, setBase] = useState(cluster);
  const [theirs, setTheirs] = useState<Cluster & Revised>();
  const form = useZodForm(labelsSchema, rowsOf(cluster.labels));
  const rows = useFieldArray({ control: form.control, name: "pairs" });
  const [saved, setSaved] = useState(false);
  const client = useQueryClient();
  const { isDirty } = form.formState;

  // As long as nothing is typed, the form shows how it is.
  if (!isDirty && base !== cluster) {
    setBase(cluster);
  }
  useEffect(() => {
    form.reset(rowsOf(base.labels));
  }, [form, base]);

  const save = async (mine: LabelMap, over: Cluster & Revised): Promise<void> => {
    const after = await updateCluster(address, { labels: patchBetween(over.labels, mine) }, over.revision);
    client.setQueryData(clusterQuery(address.projectId, address.clusterId).queryKey, after);
    void client.invalidateQueries({ queryKey: clusterKeys.all });
    setTheirs(undefined);
    setBase(after);
    form.reset(rowsOf(after.labels));
    setSaved(true);
  };

  const submit = async (mine: LabelMap): Promise<void> => {
    setSaved(false);
    try {
      await save(mine, theirs ?? base);
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.code !== "REVISION_CHANGED") {
        throw cause;
      }
      const now = await client.query({ ...clusterQuery(address.projectId, address.clusterId), staleTime: 0 });
      if (sameLabels(now.labels, (theirs ?? base).labels)) {
        // Changed, but not what is changed here.
        await save(mine, now);
        return;
      }
      setTheirs(now);
      throw cause;
    }
  };

  return (
    <Form
      form={form}
      failed="The labels were not saved"
      submit={(values) => submit(mapOf(values))}
      explain={({ code }) =>
        code === "REVISION_CHANGED" && theirs !== undefined ? (
          <LabelConflict
            theirs={theirs.labels}
            mine={mapOf(form.getValues())}
            take={() => {
              setTheirs(undefined);
              setBase(theirs);
              form.reset(rowsOf(theirs.labels));
            }}
          />
        ) : undefined
      }
    >
      <Stack gap="xs">
        {rows.fields.map((field, index) => (
          <LabelRowFields
            key={field.id}
            form={form}
            index={index}
            remove={() => {
              rows.remove(index);
            }}
          />
        ))}
        {rows.fields.length === 0 && (
          <Text size="sm" c="dimmed">
            No labels. Add one, such as team or stage.
          </Text>
        )}
        {form.formState.errors.pairs?.root?.message !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {form.formState.errors.pairs.root.message}
          </Text>
        )}
      </Stack>
      <Group justify="space-between" gap="xs">
        <Button
          variant="default"
          leftSection={<Plus size={16} aria-hidden />}
          onClick={() => {
            rows.append({ key: "", value: "" });
          }}
        >
          Add a label
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {saved && !isDirty ? "The labels are saved." : ""}
        </Text>
        {isDirty && (
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => {
                setTheirs(undefined);
                setSaved(false);
                form.reset(rowsOf(base.labels));
              }}
            >
              Undo
            </Button>
            <SubmitButton busy="Saving …">{theirs === undefined ? "Save the labels" : "Save mine"}</SubmitButton>
          </Group>
        )}
      </Group>
    </Form>
  );
}
