import type { Plan } from "@/api/types";
import { ChoiceCards } from "@/components/form/ChoiceCards";
import classes from "@/features/cluster/create/PlanStep.module.css";
import type { ClusterValues } from "@/features/cluster/create/schema";
import { counted, memoryText, moneyText } from "@/lib/amounts";
import type { UseFormReturn } from "react-hook-form";

interface Props {
  readonly form: UseFormReturn<ClusterValues>;
  readonly plans: readonly Plan[];
}

export function PlanStep({ form, plans }: Props) {
  return (
    <ChoiceCards
      form={form}
      name="plan"
      label="How large should it be?"
      choices={plans.map((plan) => ({
        value: plan.id,
        title: plan.name,
        beside: (
          <span className={classes.price}>
            <strong>{moneyText(plan.price)}</strong> / month
          </span>
        ),
        about: (
          <span className={classes.facts}>
            <span>
              {plan.cpu} CPU · {memoryText(plan.memoryMb)} memory
            </span>
            <span>
              {plan.storageGb} GB storage · {counted(plan.members, "server")}
            </span>
            <span>{plan.backups ? "Scheduled backups" : "Backups by hand only"}</span>
          </span>
        ),
      }))}
    />
  );
}
