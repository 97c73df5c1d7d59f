import { ErrorState } from "@/components/ErrorState";
import { SignedOutPage } from "@/components/SignedOutPage";
import { paths } from "@/lib/paths";
import { Anchor } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";

/** A page that could not be drawn, or whose code could not be fetched. */
export function RouteFault({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    // A plain link: the page is loaded anew, which is what helps after an update of the product.
    <SignedOutPage title="This page could not be shown" foot={<Anchor href={paths.home} inherit>Start again</Anchor>}>
      <ErrorState
        error={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </SignedOutPage>
  );
}
