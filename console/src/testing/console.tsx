import { resume } from "@/api/refresh";
import { Opening } from "@/app/Opening";
import { createConsoleRouter, followSession } from "@/app/router";
import { cssVariables, theme } from "@/app/theme";
import { MantineProvider } from "@mantine/core";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { onTestFinished } from "vitest";

/** The whole console at an address, as a browser shows it: routes, guards, shell, page. */
export function openConsole(address: string) {
  const router = createConsoleRouter(createMemoryHistory({ initialEntries: [address] }));
  onTestFinished(followSession(router));
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <Opening resume={resume}>
        <RouterProvider router={router} />
      </Opening>
    </MantineProvider>,
  );
  return { user: userEvent.setup(), at: () => router.state.location.href };
}
