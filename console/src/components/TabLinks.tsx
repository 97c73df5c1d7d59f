import classes from "@/components/TabLinks.module.css";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

/** The parts of a page that have an address each. */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className={classes.tabs}>{children}</ul>
    </nav>
  );
}

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function Tab(link: Props) {
  return (
    <li>
      <a {...link} className={classes.tab} />
    </li>
  );
}

/** One part: its address is typed, as any link's. */
export const TabLink = createLink(Tab);
