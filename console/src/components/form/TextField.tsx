import { TextInput, type TextInputProps } from "@mantine/core";
import { type FieldPath, type FieldValues, useController, type UseFormReturn } from "react-hook-form";

export interface FieldProps<V extends FieldValues> {
  readonly form: UseFormReturn<V>;
  readonly name: FieldPath<V>;
  readonly label: string;
}

type Props<V extends FieldValues> = FieldProps<V> & Omit<TextInputProps, "form" | "name" | "label" | "value" | "onChange">;

export function TextField<V extends FieldValues>({ form, name, ...input }: Props<V>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return <TextInput {...input} {...field} error={fieldState.error?.message} />;
}
