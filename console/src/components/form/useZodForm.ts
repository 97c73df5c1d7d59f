import { zodResolver } from "@hookform/resolvers/zod";
import { type DefaultValues, type FieldValues, useForm, type UseFormReturn } from "react-hook-form";
import type { ZodMiniType } from "zod/mini";

/** A form of one schema: checked when a field is left, and as one types once it was wrong. */
export function useZodForm<V extends FieldValues>(schema: ZodMiniType<V, V>, defaultValues: DefaultValues<V>): UseFormReturn<V> {
  return useForm<V>({ resolver: zodResolver(schema), defaultValues, mode: "onTouched" });
}
