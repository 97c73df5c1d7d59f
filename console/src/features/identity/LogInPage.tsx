import { useSession } from "@/api/session";
import { TextLink } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { LogInForm } from "@/features/identity/LogInForm";
import { paths } from "@/lib/paths";
import { Alert } from "@mantine/core";

interface Props {
  /** Filled in already, when one comes from verifying it. */
  readonly email?: string | undefined;
}

/** Once signed in, the route moves on by itself: see the guard in `app/routes/signedOut.tsx`. */
export function LogInPage({ email = "" }: Props) {
  const ended = useSession().status === "ended";
  return (
    <SignedOutPage
      title="Log in"
      foot={
        <>
          New here? <TextLink to={paths.signUp} inherit>Create an account</TextLink>
        </>
      }
    >
      {ended && (
        <Alert role="status" variant="light" color="blue" title="Your session has ended">
          Log in, and you are back where you were.
        </Alert>
      )}
      <LogInForm email={email} />
    </SignedOutPage>
  );
}
