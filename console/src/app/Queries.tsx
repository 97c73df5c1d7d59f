import { newQueryClient } from "@/api/queryClient";
import { session, userOf } from "@/api/session";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

const client = newQueryClient();

session.subscribe((now, before) => {
  const idBefore = userOf(before)?.id;
  if (idBefore !== undefined && userOf(now)?.id !== idBefore) {
    // Nothing of one person's is left for the next.
    client.clear();
  } else if (before.status === "ended") {
    // What could not be read in between is read now.
    void client.invalidateQueries();
  }
});

/** Around pages that read from the product. The login page reads nothing, and does without. */
export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
