import { newQueryClient } from "@/api/queryClient";
import { resume } from "@/api/refresh";
import { session } from "@/api/session";
import { createConsoleRouter } from "@/app/router";
import { Opening } from "@/app/Opening";
import { cssVariables, theme } from "@/app/theme";
import { styleNonce } from "@/lib/nonce";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";

const colorScheme = localStorageColorSchemeManager({ key: "eutlas.color-scheme" });
const client = newQueryClient();
const router = createConsoleRouter(client);

// Who one is decides what one sees: nothing of one person's is left for the next, and the guards of
// the routes look again.
session.subscribe((now, before) => {
  const idNow = now.status === "signedIn" ? now.user.id : undefined;
  const idBefore = before.status === "signedIn" ? before.user.id : undefined;
  if (idBefore !== undefined && idNow !== idBefore) {
    client.clear();
  }
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
      <QueryClientProvider client={client}>
        <Opening resume={resume}>
          <RouterProvider router={router} />
        </Opening>
      </QueryClientProvider>
    </MantineProvider>
  );
}
