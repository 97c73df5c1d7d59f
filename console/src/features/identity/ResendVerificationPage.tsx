import { Form } from "@/components/form/Form";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { TextLink } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { resendVerification } from "@/features/identity/requests";
import { resendSchema } from "@/features/identity/schemas";
import { paths } from "@/lib/paths";
import { useNavigate } from "@tanstack/react-router";

interface Props {
  readonly email?: string | undefined;
}

export function ResendVerificationPage({ email = "" }: Props) {
  const form = useZodForm(resendSchema, { email });
  const navigate = useNavigate();

  return (
    <SignedOutPage
      title="Send the link again"
      lead="To the address that you signed up with, if there is an account that waits for it."
      foot={<TextLink to={paths.login} inherit>Back to logging in</TextLink>}
    >
      <Form
        form={form}
        failed="No mail was sent"
        submit={async (values) => {
          await resendVerification(values.email);
          await navigate({ to: paths.checkMail, search: values });
        }}
      >
        <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" autoFocus />
        <SubmitButton busy="Sending …" fullWidth>
          Send the link
        </SubmitButton>
      </Form>
    </SignedOutPage>
  );
}
