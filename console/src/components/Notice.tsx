import { notice, tell } from "@/components/told";
import { Alert } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";

/** The place of a notice, above the page. It is always there, so that what comes is read out. */
export function Notice() {
  const message = useStore(notice);
  const router = useRouter();

  useEffect(
    () =>
      router.subscribe("onBeforeLoad", ({ pathChanged }) => {
        if (pathChanged) {
          tell(undefined);
        }
      }),
    [router],
  );

  return (
    <div role="status">
      {message !== undefined && (
        <Alert
          // Its place says it aloud; twice would be once too often.
          role="group"
          variant="light"
          color="green"
          mb="lg"
          icon={<Check aria-hidden />}
          withCloseButton
          closeButtonLabel="Close this message"
          onClose={() => {
            tell(undefined);
          }}
        >
          {message}
        </Alert>
      )}
    </div>
  );
}
