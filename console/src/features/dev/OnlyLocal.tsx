import { Problem } from "@/api/problem";
import classes from "@/features/dev/OnlyLocal.module.css";
import { Wordmark } from "@/components/Wordmark";
import { notFound } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  readonly error: unknown;
  readonly children: ReactNode;
}

/** The frame of the outbox. Where the product has none, neither has the console. */
export function OnlyLocal({ error, children }: Props) {
  if (error instanceof Problem && error.status === 404) {
    throw notFound();
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
