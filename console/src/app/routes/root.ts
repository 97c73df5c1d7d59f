import { NotFoundPage } from "@/app/NotFoundPage";
import { createRootRoute } from "@tanstack/react-router";

export const rootRoute = createRootRoute({
  notFoundComponent: NotFoundPage,
});
