import { readFailedAgain } from "@/api/queryClient";
import { ErrorState } from "@/components/ErrorState";
import { Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** What a query tells, whether it is read in one piece or page by page. */
export interface Answered<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

interface Props<T> {
  readonly query: Answered<T>;
  /** The shape of what comes. */
  readonly waiting: ReactNode;
  /** As a title over the fault: "The projects could not be read". */
  readonly failed: string;
  readonly children: (data: T) => ReactNode;
}

/** One query on screen: waiting, failed, there; and there but old, where reading it anew failed. */
export function Loaded<T>({ query, waiting, failed, children }: Props<T>) {
  const client = useQueryClient();
  // With what else failed: the names above a page, for example, which say nothing of it themselves.
  const retry = () => readFailedAgain(client);
  if (query.data === undefined) {
    return query.error === null ? waiting : <ErrorState error={query.error} what={failed} retry={retry} />;
  }
  return (
    <Stack gap="md">
      {query.error !== null && (
        <ErrorState error={query.error} what={`What you see may be old: ${lowered(failed)}`} retry={retry} />
      )}
      {children(query.data)}
    </Stack>
  );
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
