import { Problem } from "@/api/problem";
import { ErrorState } from "@/components/ErrorState";
import { Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { type FieldPath, type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";

interface Props<V extends FieldValues> {
  readonly form: UseFormReturn<V>;
  /** Does what the form is for. What it throws is shown, and everything typed stays. */
  readonly submit: (values: V) => Promise<unknown>;
  /** As a title over the fault: "The organization was not created". */
  readonly failed: string;
  /** Words of one's own for some problems, where the product's need more. */
  readonly explain?: (problem: Problem) => ReactNode;
  /** In a step that is not the last one: goes on to the next, and nothing is sent. */
  readonly next?: (() => Promise<unknown>) | undefined;
  readonly children: ReactNode;
}

/** A form whose faults stand where they belong: at their field, or above the buttons. */
export function Form<V extends FieldValues>({ form, submit, failed, explain, next, children }: Props<V>) {
  const [fault, setFault] = useState<unknown>();

  const send = form.handleSubmit(async (values) => {
    setFault(undefined);
    try {
      await submit(values);
    } catch (cause) {
      setFault(cause instanceof Problem ? withoutFields(form, cause) : cause);
    }
  });

  const explained = fault instanceof Problem ? explain?.(fault) : undefined;
  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          if (next === undefined) {
            void send(event);
          } else {
            event.preventDefault();
            void next();
          }
        }}
      >
        <Stack gap="md">
          {fault !== undefined && (explained ?? <ErrorState error={fault} what={failed} />)}
          {children}
        </Stack>
      </form>
    </FormProvider>
  );
}

/** Puts each fault at its field. Gives what is left to say, if anything is. */
function withoutFields<V extends FieldValues>(form: UseFormReturn<V>, problem: Problem): Problem | undefined {
  const fields = Object.keys(form.getValues());
  const own = problem.errors.filter(({ field }) => fields.includes(topOf(field)));
  own.forEach(({ field, message }, index) => {
    form.setError(field as FieldPath<V>, { type: "server", message: sentence(message) }, { shouldFocus: index === 0 });
  });
  return own.length > 0 && own.length === problem.errors.length ? undefined : problem;
}

function topOf(field: string): string {
  return field.split(/[.[]/, 1)[0] ?? field;
}

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
