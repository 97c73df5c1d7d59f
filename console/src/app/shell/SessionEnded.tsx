import { endSession } from "@/api/refresh";
import { useSession } from "@/api/session";
import { LogInForm } from "@/features/identity/LogInForm";
import { Anchor, Modal, Stack, Text } from "@mantine/core";

/** Over the page that one was at when the session ended: it waits there as it was left. */
export function SessionEnded() {
  const session = useSession();
  const ended = session.status === "ended";
  return (
    <Modal
      opened={ended}
      onClose={() => undefined}
      title="Your session has ended"
      centered
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      overlayProps={{ blur: 8, backgroundOpacity: 0.6 }}
      zIndex={300}
      attributes={{ header: { role: "presentation" } }}
    >
      {ended && (
        <Stack gap="md">
          <Text size="sm">Log in, and you are back where you were. What you have typed is still there.</Text>
          <LogInForm email={session.user.email} only />
          <Text size="sm" c="dimmed" ta="center">
            Not you?{" "}
            <Anchor component="button" type="button" inherit underline="always" onClick={endSession}>
              Leave this page and log in as somebody else
            </Anchor>
          </Text>
        </Stack>
      )}
    </Modal>
  );
}
