import { resume } from "@/api/refresh";
import { session } from "@/api/session";
import { createConsoleRouter } from "@/app/router";
import { Opening } from "@/app/Opening";
import { cssVariables, theme } from "@/app/theme";
import { styleNonce } from "@/lib/nonce";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";

const colorScheme = localStorageColorSchemeManager({ key: "eutlas.color-scheme" });
const router = createConsoleRouter();

// Who one is decides what one sees: the guards of the routes look again.
session.subscribe((now, before) => {
  if (now.status !== before.status && before.status !== "unknown") {
    void router.invalidate();
  }
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <Opening resume={resume}>
        <RouterProvider router={router} />
      </Opening>
    </MantineProvider>
  );
}
