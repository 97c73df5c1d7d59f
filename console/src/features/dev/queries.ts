import { body, list, publicApi } from "@/api/client";
import { isMail, isMailSummary } from "@/api/shapes";
import { queryOptions } from "@tanstack/react-query";

const outboxKeys = {
  all: ["dev", "outbox"],
  one: (mailId: string) => [...outboxKeys.all, mailId],
} as const;

/** Looked at again and again: mails come without an event. */
export const outboxQuery = queryOptions({
  queryKey: outboxKeys.all,
  queryFn: ({ signal }) => list(publicApi.GET("/dev/outbox", { signal }), isMailSummary),
  refetchInterval: 2000,
});

export function mailQuery(mailId: string) {
  return queryOptions({
    queryKey: outboxKeys.one(mailId),
    queryFn: ({ signal }) => body(publicApi.GET("/dev/outbox/{mailId}", { params: { path: { mailId } }, signal }), isMail),
    staleTime: Infinity,
  });
}
