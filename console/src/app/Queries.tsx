import { newQueryClient } from "@/api/queryClient";
import { session } from "@/api/session";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";

const client = newQueryClient();

// Nothing of one person's is left for the next.
session.subscribe((now, before) => {
  const idNow = now.status === "signedIn" ? now.user.id : undefined;
  const idBefore = before.status === "signedIn" ? before.user.id : undefined;
  if (idBefore !== undefined && idNow !== idBefore) {
    client.clear();
  }
});

/** Around pages that read from the product. The login page reads nothing, and does without. */
export function Queries({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
