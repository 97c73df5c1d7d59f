import { ErrorState } from "@/components/ErrorState";
import { Loaded } from "@/components/Loaded";
import { Button, Center, Stack } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

interface Props<I> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly I[] }>>;
  /** The shape of what comes. */
  readonly waiting: ReactNode;
  readonly failed: string;
  /** On the button that reads the next page: "Show earlier events". */
  readonly more: string;
  readonly empty: ReactNode;
  readonly children: (items: readonly I[]) => ReactNode;
}

/** A list that is read page by page, as far as one wants to see. */
export function PagedList<I>({ query, waiting, failed, more, empty, children }: Props<I>) {
  const { data, error, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <Loaded query={{ data, error: isFetchNextPageError ? null : error }} waiting={waiting} failed={failed}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? (
          empty
        ) : (
          <Stack gap="md">
            {children(items)}
            {isFetchNextPageError && <ErrorState error={error} what={failed} retry={fetchNextPage} />}
            {hasNextPage && !isFetchNextPageError && (
              <Center>
                <Button
                  variant="default"
                  leftSection={<ChevronDown size={16} aria-hidden />}
                  aria-disabled={isFetchingNextPage}
                  onClick={() => {
                    if (!isFetchingNextPage) {
                      void fetchNextPage();
                    }
                  }}
                >
                  {isFetchingNextPage ? "Reading …" : more}
                </Button>
              </Center>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}
