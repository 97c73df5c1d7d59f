import { session } from "@/api/session";
import { routeTree } from "@/app/routes/tree";
import { RouteFault } from "@/app/RouteFault";
import { createRouter, type RouterHistory, parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** @param history the browser's, unless said */
export function createConsoleRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history !== undefined && { history }),
    defaultErrorComponent: RouteFault,
    // Chunks come while one points at a link.
    defaultPreload: "intent",
    scrollRestoration: true,
    // Texts as they are: a token of digits is no number.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  });
}

/** Who one is decides what one sees: the guards of the routes look again. Gives what ends it. */
export function followSession(router: ReturnType<typeof createConsoleRouter>): () => void {
  return session.subscribe((now, before) => {
    if (now.status !== before.status && before.status !== "unknown") {
      void router.invalidate();
    }
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
