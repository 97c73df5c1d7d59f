import { useLiveEvents } from "@/app/live/useLiveEvents";

/** Keeps what is shown of an organization true, where it is not the one that the shell follows. */
export function LiveOrganization({ orgId }: { readonly orgId: string }) {
  useLiveEvents(orgId);
  return null;
}
