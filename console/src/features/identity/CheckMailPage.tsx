import { LinkButton, TextLink } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { isLocal } from "@/lib/local";
import { paths } from "@/lib/paths";
import { Stack, Text } from "@mantine/core";
import { Mail } from "lucide-react";

interface Props {
  readonly email?: string | undefined;
}

export function CheckMailPage({ email }: Props) {
  return (
    <SignedOutPage
      title="Check your mail"
      lead={
        <>
          We have sent a link to {email === undefined ? "you" : <strong>{email}</strong>}. Follow it, and your account is ready.
        </>
      }
      foot={
        <>
          Nothing there after a few minutes? Look among the spam, or{" "}
          <TextLink to={paths.resendVerification} search={{ email }} inherit>
            have it sent again
          </TextLink>
          .
        </>
      }
    >
      {isLocal() ? (
        <Stack gap="xs">
          <LinkButton to={paths.outbox} leftSection={<Mail size={16} aria-hidden />} fullWidth>
            Open the local outbox
          </LinkButton>
          <Text size="xs" c="dimmed">
            An EUTLAS on your own machine sends no mail. It keeps it in an outbox that you can read.
          </Text>
        </Stack>
      ) : (
        <Text size="sm">You can close this page: the link opens its own.</Text>
      )}
    </SignedOutPage>
  );
}
