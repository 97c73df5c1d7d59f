import { Problem } from "@/api/problem";
import { backoffMillis } from "@/lib/backoff";
import { QueryClient } from "@tanstack/react-query";

const TRIES = 2;

/** Reads again whatever is on screen and could not be read. */
export function readFailedAgain(client: QueryClient): Promise<void> {
  return client.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Events say when something is old; this is for what they do not tell.
        staleTime: 30_000,
        retry: (failures, error) => failures < TRIES && error instanceof Problem && error.passing,
        retryDelay: (failures) => backoffMillis(failures + 1, 4000),
        // Asked whatever the browser thinks of the network: localhost is there without one.
        networkMode: "always",
      },
      // A person decides whether to try again.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
