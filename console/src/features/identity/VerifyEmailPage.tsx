import { ErrorState } from "@/components/ErrorState";
import { LinkButton } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { verifyEmail } from "@/features/identity/requests";
import { paths } from "@/lib/paths";
import { Alert, Group, Loader, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";

interface Props {
  readonly token?: string | undefined;
}

export function VerifyEmailPage({ token }: Props) {
  return token === undefined ? (
    <SignedOutPage title="This link is not whole">
      <Text size="sm">It lacks its end. Copy it from the mail as a whole, or have a new one sent.</Text>
      <LinkButton to={paths.resendVerification}>Send a new link</LinkButton>
    </SignedOutPage>
  ) : (
    <Verifying token={token} />
  );
}

function Verifying({ token }: { readonly token: string }) {
  // A query, though it changes something: once per token and page, however often this is drawn.
  const verified = useQuery({
    queryKey: ["identity", "verify", token],
    queryFn: () => verifyEmail(token),
    staleTime: Infinity,
    retry: false,
  });

  if (verified.isPending) {
    return (
      <SignedOutPage title="Verifying your e-mail">
        <Group gap="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text size="sm">One moment …</Text>
        </Group>
      </SignedOutPage>
    );
  }
  if (verified.error !== null) {
    return (
      <SignedOutPage title="Not verified">
        <Stack gap="md">
          <ErrorState error={verified.error} what="This link did not work" retry={verified.refetch} />
          <Text size="sm" c="dimmed">
            Links work once and for a limited time. If you have followed it before, just log in.
          </Text>
          <Group grow>
            <LinkButton to={paths.resendVerification} variant="default">
              Send a new link
            </LinkButton>
            <LinkButton to={paths.login}>Log in</LinkButton>
          </Group>
        </Stack>
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title="Welcome">
      <Alert role="status" variant="light" color="green" title="Your e-mail is verified">
        {verified.data.name}, your account is ready.
      </Alert>
      <LinkButton to={paths.login} search={{ email: verified.data.email }} fullWidth>
        Log in
      </LinkButton>
    </SignedOutPage>
  );
}
