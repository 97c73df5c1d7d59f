import { resume } from "@/api/refresh";
import { createConsoleRouter, followSession } from "@/app/router";
import { Opening } from "@/app/Opening";
import { cssVariables, theme } from "@/app/theme";
import { styleNonce } from "@/lib/nonce";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";

const colorScheme = localStorageColorSchemeManager({ key: "eutlas.color-scheme" });
const router = createConsoleRouter();
followSession(router);

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
