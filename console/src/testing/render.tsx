import { newQueryClient } from "@/api/queryClient";
import { cssVariables, theme } from "@/app/theme";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";

/** Shows one page as the console would, without the shell. Says where the page has led. */
export function show(page: ReactNode, search = "") {
  const rootRoute = createRootRoute();
  const here = createRoute({ getParentRoute: () => rootRoute, path: "/", component: () => page });
  const elsewhere = createRoute({ getParentRoute: () => rootRoute, path: "$", component: () => null });
  const router = createRouter({
    routeTree: rootRoute.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: [`/${search}`] }),
  });
  const client = newQueryClient();
  client.setDefaultOptions({ ...client.getDefaultOptions(), queries: { retry: false, networkMode: "always" } });
  const { unmount } = render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), at: () => router.state.location.href, unmount, client };
}
