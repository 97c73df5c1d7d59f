import { Problem } from "@/api/problem";
import classes from "@/features/dev/OnlyLocal.module.css";
import { Wordmark } from "@/components/Wordmark";
import type { ReactNode } from "react";

interface Props {
  readonly error: unknown;
  /** What is shown where the product has no outbox, or no such mail. */
  readonly absent: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the outbox. Where the product has none, neither has the console. */
export function OnlyLocal({ error, absent, children }: Props) {
  if (error instanceof Problem && error.code === "NOT_FOUND") {
    return absent;
  }
  return (
    <div className={classes.frame}>
      <header>
        <Wordmark />
      </header>
      <main>{children}</main>
    </div>
  );
}
