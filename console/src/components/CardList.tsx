import classes from "@/components/CardList.module.css";
import { createLink } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

/** A list of things that have a page each: a card per thing, on any width. */
export function CardList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "title" | "about"> {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly title: string;
  readonly about: ReactNode;
  readonly beside?: ReactNode;
}

function Card({ title, about, beside, ...link }: Props) {
  return (
    <li className={classes.card}>
      <div className={classes.words}>
        {/* Covers the whole card, so that all of it can be pressed and its name is read alone. */}
        <a {...link} className={classes.title}>
          {title}
        </a>
        <div className={classes.about}>{about}</div>
      </div>
      {beside}
      <ChevronRight size={16} className={classes.arrow} aria-hidden />
    </li>
  );
}

/** One card: its address is typed, as any link's. */
export const CardLink = createLink(Card);
