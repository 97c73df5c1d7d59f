import type { FieldProps } from "@/components/form/TextField";
import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { type FieldValues, useController } from "react-hook-form";

type Props<V extends FieldValues> = FieldProps<V> &
  Omit<PasswordInputProps, "form" | "name" | "label" | "value" | "onChange"> & {
    readonly autoComplete: "current-password" | "new-password";
  };

export function PasswordField<V extends FieldValues>({ form, name, ...input }: Props<V>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <PasswordInput
      {...input}
      {...field}
      error={fieldState.error?.message}
      visibilityToggleButtonProps={{ "aria-label": "Show the password", tabIndex: 0 }}
    />
  );
}
