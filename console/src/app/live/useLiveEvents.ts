import { readFailedAgain } from "@/api/queryClient";
import { useSession, useUser } from "@/api/session";
import type { StreamStatus } from "@/api/stream/follow";
import { shareStream } from "@/api/stream/share";
import { invalidate, take } from "@/app/live/invalidation";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Keeps what is on screen true for as long as an organization is looked at, and says how live it is. */
export function useLiveEvents(orgId: string | undefined): StreamStatus {
  const [status, setStatus] = useState<StreamStatus>("connecting");
  const client = useQueryClient();
  const userId = useUser()?.id;
  const signedIn = useSession().status === "signedIn";

  useEffect(() => {
    if (orgId === undefined || userId === undefined || !signedIn) {
      return undefined;
    }
    const abort = new AbortController();
    shareStream(
      userId,
      orgId,
      (message) => {
        switch (message.kind) {
          case "status":
            setStatus(message.status);
            if (message.status === "live") {
              // The product is there again, so what it could not tell is asked for again.
              void readFailedAgain(client);
            }
            break;
          case "event":
            take(client, message.event);
            break;
          case "resync":
            invalidate(client, [[]]);
            break;
        }
      },
      abort.signal,
    );
    return () => {
      abort.abort();
    };
  }, [client, orgId, userId, signedIn]);

  return status;
}
