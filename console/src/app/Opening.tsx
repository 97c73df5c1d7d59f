import { ErrorState } from "@/components/ErrorState";
import { SignedOutPage } from "@/components/SignedOutPage";
import { type ReactNode, useEffect, useState } from "react";

interface Props {
  readonly resume: () => Promise<void>;
  readonly children: ReactNode;
}

type State = { readonly kind: "waiting" | "ready" } | { readonly kind: "failed"; readonly error: unknown };

/** Waits until it is known who is signed in. That takes one request, or none. */
export function Opening({ resume, children }: Props) {
  const [state, setState] = useState<State>({ kind: "waiting" });
  const [attempt, setAttempt] = useState(1);

  useEffect(() => {
    let current = true;
    const settle = (next: State) => {
      if (current) {
        setState(next);
      }
    };
    resume().then(
      () => {
        settle({ kind: "ready" });
      },
      (error: unknown) => {
        settle({ kind: "failed", error });
      },
    );
    return () => {
      current = false;
    };
  }, [resume, attempt]);

  switch (state.kind) {
    case "waiting":
      return null;
    case "ready":
      return children;
    case "failed":
      return (
        <SignedOutPage title="EUTLAS">
          <ErrorState
            error={state.error}
            retry={() => {
              setAttempt(attempt + 1);
            }}
          />
        </SignedOutPage>
      );
  }
}
