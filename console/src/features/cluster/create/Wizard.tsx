import { useSubmissionKey } from "@/api/idempotency";
import { Problem } from "@/api/problem";
import { useUser } from "@/api/session";
import { Form } from "@/components/form/Form";
import { SubmitButton } from "@/components/form/SubmitButton";
import { useZodForm } from "@/components/form/useZodForm";
import { Steps } from "@/components/Steps";
import type { Catalogue } from "@/features/cluster/create/defaults";
import { dropDraft, keepDraft } from "@/features/cluster/create/draft";
import { NameStep } from "@/features/cluster/create/NameStep";
import { PlaceStep } from "@/features/cluster/create/PlaceStep";
import { PlanStep } from "@/features/cluster/create/PlanStep";
import { type ClusterValues, clusterSchema, requestOf } from "@/features/cluster/create/schema";
import { after, before, FIELDS, reachOf, type Step, stepAtFault, stepOf, STEPS } from "@/features/cluster/create/steps";
import { Summary } from "@/features/cluster/create/Summary";
import classes from "@/features/cluster/create/Wizard.module.css";
import { clusterKeys, clusterNamesQuery } from "@/features/cluster/queries";
import { createCluster } from "@/features/cluster/requests";
import { moneyText } from "@/lib/amounts";
import { paths } from "@/lib/paths";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly catalogue: Catalogue;
  readonly first: ClusterValues;
}

/** The steps: one form, of which each step shows a part. Which step it is stands in the address. */
export function Wizard({ orgId, projectId, projectName, catalogue, first }: Props) {
  const names = useQuery(clusterNamesQuery(projectId));
  const taken = names.data ?? [];
  const form = useZodForm<ClusterValues>(clusterSchema(taken), first);
  const values = form.watch();
  const key = useSubmissionKey();
  const client = useQueryClient();
  const navigate = useNavigate();
  const userId = useUser()?.id;
  const search: { readonly step?: unknown } = useSearch({ strict: false });

  const reach = reachOf(values, taken);
  const step = stepOf(search.step, reach);
  const go = (to: Step) => navigate({ to: ".", search: { step: to } });
  const panel = useFocusOnChange(step);

  useEffect(() => {
    const subscription = form.watch(() => {
      keepDraft(userId, projectId, form.getValues());
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [form, userId, projectId]);

  const create = async (wanted: ClusterValues) => {
    const request = requestOf(wanted);
    const created = await createCluster(projectId, request, key.for(request)).catch(async (cause: unknown) => {
      const problem = atItsField(cause);
      const faulty = problem instanceof Problem ? stepAtFault(problem) : undefined;
      if (faulty !== undefined) {
        await go(faulty);
      }
      throw problem;
    });
    key.done();
    dropDraft(userId, projectId);
    void client.invalidateQueries({ queryKey: clusterKeys.list(projectId) });
    void client.invalidateQueries({ queryKey: clusterKeys.ofOrganization(orgId) });
    await navigate({ to: paths.cluster, params: { orgId, projectId, clusterId: created.id } });
  };

  const goOn = async () => {
    if (await form.trigger([...FIELDS[step]], { shouldFocus: true })) {
      await go(after(step));
    }
  };

  const price = catalogue.plans.find(({ id }) => id === values.plan)?.price;
  const back = before(step);
  return (
    <Form form={form} submit={create} failed="The cluster was not created" next={step === "summary" ? undefined : goOn}>
      <Steps label="Steps" steps={STEPS} current={step} reach={reach} go={(to) => void go(to)} />
      <div ref={panel} tabIndex={-1} className={classes.panel}>
        {step === "plan" && <PlanStep form={form} plans={catalogue.plans} />}
        {step === "place" && <PlaceStep form={form} regions={catalogue.regions} versions={catalogue.versions} />}
        {step === "name" && <NameStep form={form} taken={names.data} projectName={projectName} />}
        {step === "summary" && <Summary values={values} catalogue={catalogue} go={(to) => void go(to)} />}
      </div>
      <div className={classes.foot}>
        <div className={classes.price} role="status">
          {price !== undefined && step !== "summary" && (
            <>
              <strong>{moneyText(price)}</strong> per month
            </>
          )}
        </div>
        {back !== undefined && (
          <Button variant="default" onClick={() => void go(back)}>
            Back
          </Button>
        )}
        {step === "summary" ? (
          <SubmitButton busy="Creating …">Create the cluster</SubmitButton>
        ) : (
          <Button type="submit">Continue</Button>
        )}
      </div>
    </Form>
  );
}

/** The product says of some fields in a code of their own that they are at fault. */
function atItsField(cause: unknown): unknown {
  if (!(cause instanceof Problem)) {
    return cause;
  }
  const { code, title, detail, status, correlationId, operationId, retryAfterSeconds } = cause;
  const errors =
    code === "CLUSTER_NAME_TAKEN"
      ? [{ field: "name", message: "This project has a cluster of this name already." }]
      : cause.errors.map(({ field, message }) => ({ field: field.split(/[.[]/, 1)[0] ?? field, message }));
  return new Problem({ code, title, detail, status, correlationId, operationId, retryAfterSeconds, errors }, cause);
}

/** Moves the focus with the step, for those who do not see that it changed. */
function useFocusOnChange(step: Step) {
  const panel = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step;
      const wanted = panel.current?.querySelector<HTMLElement>('[aria-invalid="true"], input:checked, input[type="text"]');
      (wanted ?? panel.current)?.focus();
    }
  }, [step]);
  return panel;
}
