import type { Cluster } from "@/api/types";
import { Alert, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";

/** Why a cluster is in its state, where its operation does not tell. */
export function StateNote({ cluster: { state, stateMessage, operation } }: { readonly cluster: Cluster }) {
  const told = operation !== null && (operation.state === "RUNNING" || operation.error !== null);
  if (stateMessage === null || told) {
    return null;
  }
  return (
    <Alert
      variant="light"
      color={state === "FAILED" ? "red" : "orange"}
      icon={<TriangleAlert aria-hidden />}
      title={state === "DEGRADED" ? "The cluster is not as it should be" : undefined}
      styles={{ message: { color: "inherit" } }}
    >
      <Text size="sm">
        {stateMessage} {state === "DEGRADED" && "EUTLAS is repairing it; it may answer meanwhile, or not."}
      </Text>
    </Alert>
  );
}
