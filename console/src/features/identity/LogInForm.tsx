import type { Problem } from "@/api/problem";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { TextLink } from "@/components/links";
import { logIn } from "@/features/identity/requests";
import { logInSchema } from "@/features/identity/schemas";
import { paths } from "@/lib/paths";
import { Alert, Text } from "@mantine/core";

interface Props {
  /** Filled in already, when it is known. */
  readonly email: string;
  /** Whether it is to be this one and no other. */
  readonly only?: boolean;
}

/** E-mail and password. What comes after it follows from the session that it begins. */
export function LogInForm({ email, only = false }: Props) {
  const form = useZodForm(logInSchema, { email, password: "" });
  return (
    <Form form={form} submit={logIn} failed="You are not logged in" explain={explain}>
      <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" autoFocus={email === ""} readOnly={only} />
      <PasswordField
        form={form}
        name="password"
        label="Password"
        autoComplete="current-password"
        autoFocus={email !== ""}
        {...(only && { "data-autofocus": true })}
      />
      <SubmitButton busy="Logging in …" fullWidth>
        Log in
      </SubmitButton>
    </Form>
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
