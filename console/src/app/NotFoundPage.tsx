import { LinkButton } from "@/components/links";
import { SignedOutPage } from "@/components/SignedOutPage";
import { paths } from "@/lib/paths";

export function NotFoundPage() {
  return (
    <SignedOutPage
      title="There is nothing here"
      lead="The address may be mistyped, the thing behind it deleted, or you are not a member of its organization."
    >
      <LinkButton to={paths.home}>Go to the start</LinkButton>
    </SignedOutPage>
  );
}
