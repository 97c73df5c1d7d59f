import type { Catalogue } from "@/features/cluster/create/defaults";
import { healthLook } from "@/features/cluster/create/health";
import type { ClusterValues } from "@/features/cluster/create/schema";
import type { Step } from "@/features/cluster/create/steps";
import classes from "@/features/cluster/create/Summary.module.css";
import { counted, memoryText, moneyText } from "@/lib/amounts";
import { Badge, Button, Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly values: ClusterValues;
  readonly catalogue: Catalogue;
  readonly go: (step: Step) => void;
}

/** Everything that will be ordered, and what it costs. */
export function Summary({ values, catalogue, go }: Props) {
  const plan = catalogue.plans.find(({ id }) => id === values.plan);
  const region = catalogue.regions.find(({ id }) => id === values.region);
  const labels = values.labels.filter(({ key }) => key !== "");
  const change = (step: Step) => () => {
    go(step);
  };
  return (
    <Stack gap="sm">
      <Title order={2} className={classes.title}>
        Is this what you want?
      </Title>
      <dl className={classes.summary}>
        <Fact name="Name" change={change("name")}>
          {values.name}
        </Fact>
        <Fact name="Plan" change={change("plan")}>
          {plan?.name}
          {plan !== undefined && (
            <span className={classes.quiet}>
              {plan.cpu} CPU · {memoryText(plan.memoryMb)} memory · {plan.storageGb} GB storage · {counted(plan.members, "server")} ·{" "}
              {plan.backups ? "scheduled backups" : "backups by hand only"}
            </span>
          )}
        </Fact>
        <Fact name="Region" change={change("place")}>
          {region?.name}
          {region !== undefined && (
            <span className={classes.quiet}>
              {region.location}
              {region.health !== "UP" && ` · ${healthLook(region.health).word}`}
            </span>
          )}
        </Fact>
        <Fact name="MongoDB" change={change("place")}>
          {values.mongoVersion}
        </Fact>
        {labels.length > 0 && (
          <Fact name="Labels" change={change("name")}>
            <Group gap={6}>
              {labels.map(({ key, value }) => (
                <Badge key={key} variant="light" color="gray" radius="sm" tt="none" fw={500}>
                  {key}
                  {value !== "" && ` = ${value}`}
                </Badge>
              ))}
            </Group>
          </Fact>
        )}
        <Fact name="Deletion protection" change={change("name")}>
          {values.deletionProtection ? "On" : "Off"}
        </Fact>
        {plan !== undefined && (
          <Fact name="Price">
            <span className={classes.total}>{moneyText(plan.price)} per month</span>
          </Fact>
        )}
      </dl>
    </Stack>
  );
}

function Fact({ name, change, children }: { readonly name: string; readonly change?: () => void; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {change !== undefined && (
        <dd>
          <Button variant="subtle" size="compact-xs" onClick={change} aria-label={`Change: ${name}`}>
            Change
          </Button>
        </dd>
      )}
    </div>
  );
}
