import { routeTree } from "@/app/routes/tree";
import { RouteFault } from "@/app/RouteFault";
import { createRouter, parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

export function createConsoleRouter() {
  return createRouter({
    routeTree,
    defaultErrorComponent: RouteFault,
    // Chunks come while one points at a link.
    defaultPreload: "intent",
    scrollRestoration: true,
    // Texts as they are: a token of digits is no number.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith(String),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
