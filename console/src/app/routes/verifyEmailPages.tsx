import { Queries } from "@/app/Queries";
import { VerifyEmailPage } from "@/features/identity/VerifyEmailPage";
import { paths } from "@/lib/paths";
import { useSearch } from "@tanstack/react-router";

export function VerifyEmail() {
  const { token } = useSearch({ from: paths.verifyEmail });
  return (
    <Queries>
      <VerifyEmailPage token={token} />
    </Queries>
  );
}
