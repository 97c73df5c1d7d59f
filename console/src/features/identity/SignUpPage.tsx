import { useSubmissionKey } from "@/api/idempotency";
import { Form } from "@/components/form/Form";
import { PasswordField } from "@/components/form/PasswordField";
import { SubmitButton } from "@/components/form/SubmitButton";
import { TextField } from "@/components/form/TextField";
import { useZodForm } from "@/components/form/useZodForm";
import { TextLink } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { signUp } from "@/features/identity/requests";
import { signUpSchema } from "@/features/identity/schemas";
import { paths } from "@/lib/paths";
import { useNavigate } from "@tanstack/react-router";

export function SignUpPage() {
  const form = useZodForm(signUpSchema, { name: "", email: "", password: "" });
  const key = useSubmissionKey();
  const navigate = useNavigate();

  return (
    <SignedOutPage
      title="Create an account"
      lead="From here to a MongoDB connection string takes a few minutes."
      foot={
        <>
          You have one? <TextLink to={paths.login} inherit>Log in</TextLink>
        </>
      }
    >
      <Form
        form={form}
        failed="The account was not created"
        submit={async (values) => {
          const { email } = await signUp(values, key.for(values));
          key.done();
          await navigate({ to: paths.checkMail, search: { email } });
        }}
      >
        <TextField form={form} name="name" label="Your name" autoComplete="name" autoFocus />
        <TextField form={form} name="email" label="E-mail" type="email" autoComplete="username" />
        <PasswordField
          form={form}
          name="password"
          label="Password"
          description="At least 12 characters. A few words are better than one strange one."
          autoComplete="new-password"
        />
        <SubmitButton busy="Creating …" fullWidth>
          Create the account
        </SubmitButton>
      </Form>
    </SignedOutPage>
  );
}
