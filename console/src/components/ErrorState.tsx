import { adviceFor } from "@/api/advice";
import { Problem } from "@/api/problem";
import { CopyText } from "@/components/CopyText";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { CircleAlert, RotateCw } from "lucide-react";

interface Props {
  readonly error: unknown;
  /** What was being done, as in "The organizations could not be shown". */
  readonly what?: string;
  readonly retry?: (() => unknown) | undefined;
}

/** What went wrong, what to do about it, and what to tell whoever helps. */
export function ErrorState({ error, what, retry }: Props) {
  const problem = error instanceof Problem ? error : unexpected(error);
  const advice = adviceFor(problem);
  return (
    <Alert
      role="alert"
      variant="light"
      color="red"
      title={what ?? problem.title}
      icon={<CircleAlert aria-hidden />}
      styles={{ message: { color: "inherit" } }}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {problem.detail} {advice}
        </Text>
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map(({ field, message }) => (
              <li key={field}>
                {field}: {message}
              </li>
            ))}
          </ul>
        )}
        <Group gap="xs">
          <Text size="xs">{problem.code}</Text>
          {problem.correlationId !== undefined && <CopyText what="the reference" value={problem.correlationId} />}
        </Group>
        {retry !== undefined && (
          <Button size="xs" variant="default" leftSection={<RotateCw size={14} aria-hidden />} onClick={() => void retry()}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** A fault in the console itself. Its text is for those who mend it. */
function unexpected(error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  return new Problem({
    code: "CONSOLE_FAULT",
    title: "The console made a mistake",
    detail: `This is a fault of the console, not of what you did: ${text}. Loading the page again may help.`,
    status: -1,
  });
}
