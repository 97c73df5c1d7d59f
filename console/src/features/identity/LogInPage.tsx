import type { Problem } from "@/api/problem";
import { useSession } from "@/api/session";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { TextLink } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { logIn } from "@/features/identity/requests";
import { logInSchema } from "@/features/identity/schemas";
import { paths } from "@/lib/paths";
import { Alert, Text } from "@mantine/core";

interface Props {
  /** Filled in already, when one comes from verifying it. */
  readonly email?: string | undefined;
}

/** Once signed in, the route moves on by itself: see the guard in `app/routes/signedOut.tsx`. */
export function LogInPage({ email = "" }: Props) {
  const session = useSession();
  const form = useZodForm(logInSchema, { email, password: "" });
  const ended = session.status === "signedOut" && session.ended;

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
      <Form form={form} submit={logIn} failed="You are not logged in" explain={explain}>
        <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" autoFocus={email === ""} />
        <PasswordField form={form} name="password" label="Password" autoComplete="current-password" autoFocus={email !== ""} />
        <SubmitButton busy="Logging in …" fullWidth>
          Log in
        </SubmitButton>
      </Form>
    </SignedOutPage>
  );
}

function explain({ code }: Problem) {
  if (code === "INVALID_CREDENTIALS") {
    return (
      <Alert role="alert" variant="light" color="red" title="That is not right">
        <Text size="sm">There is no account with this e-mail and this password.</Text>
      </Alert>
    );
  }
  if (code === "EMAIL_NOT_VERIFIED") {
    return (
      <Alert role="alert" variant="light" color="yellow" title="Your e-mail is not verified yet">
        <Text size="sm">
          Follow the link in the mail that we sent you, or{" "}
          <TextLink to={paths.resendVerification} inherit underline="always">
            have it sent again
          </TextLink>
          .
        </Text>
      </Alert>
    );
  }
  return undefined;
}
