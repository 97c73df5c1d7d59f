import { createStore } from "zustand";

/** What went well somewhere else than where one is now; nothing where there is nothing to tell. */
export const notice = createStore<string | undefined>()(() => undefined);

/**
 * Says that something went well on the page that one has been led to: until one goes on, in a place
 * of its own that covers nothing. Told after the way there. What stays where it is says so itself,
 * and what went wrong is told where it was asked for.
 */
export function tell(message: string | undefined): void {
  notice.setState(message, true);
}
