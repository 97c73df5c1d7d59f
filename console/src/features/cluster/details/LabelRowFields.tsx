import { TextField } from "@/components/form/TextField";
import type { LabelRows } from "@/features/cluster/details/labels";
import classes from "@/features/cluster/details/LabelRowFields.module.css";
import { ActionIcon } from "@mantine/core";
import { Trash2 } from "lucide-react";
import type { UseFormReturn } from "react-hook-form";

interface Props {
  readonly form: UseFormReturn<LabelRows>;
  readonly index: number;
  readonly remove: () => void;
}

/** One label: its key and its value. */
export function LabelRowFields({ form, index, remove }: Props) {
  const number = index + 1;
  return (
    <div className={classes.row} role="group" aria-label={`Label ${number}`}>
      <TextField form={form} name={`pairs.${index}.key`} label={`Key ${number}`} autoComplete="off" spellCheck={false} />
      <TextField form={form} name={`pairs.${index}.value`} label={`Value ${number}`} autoComplete="off" />
      <ActionIcon variant="subtle" color="gray" size={36} onClick={remove} aria-label={`Remove label ${number}`} className={classes.remove}>
        <Trash2 size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
