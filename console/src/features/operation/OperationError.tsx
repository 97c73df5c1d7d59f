import type { Operation, OperationFault } from "@/api/types";
import { classWord, whatToDo } from "@/features/operation/words";
import { Alert, Stack, Text } from "@mantine/core";
import { CircleAlert, TriangleAlert } from "lucide-react";

interface Props {
  readonly operation: Operation;
  readonly error: OperationFault;
  readonly title: string;
}

/** Why the last attempt failed, and what to do. What EUTLAS still works at is a warning only. */
export function OperationError({ operation, error, title }: Props) {
  const failed = operation.state === "FAILED";
  return (
    <Alert
      variant="light"
      color={failed ? "red" : "orange"}
      title={title}
      icon={failed ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
      styles={{ message: { color: "inherit" } }}
    >
      <Stack gap={4}>
        <Text size="sm">{error.message}</Text>
        <Text size="sm">{whatToDo(operation, error)}</Text>
        <Text size="xs">
          {error.code} · {classWord(error.class)}
        </Text>
      </Stack>
    </Alert>
  );
}
