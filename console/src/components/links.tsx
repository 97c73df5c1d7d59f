import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  UnstyledButton,
  type UnstyledButtonProps,
} from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

// Mantine's looks on the router's links: typed addresses, and no page is loaded anew.

export type LinkProps<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P>;

/** Underlined: inside a sentence colour alone does not tell a link. */
export const TextLink = createLink((props: LinkProps<AnchorProps>) => <Anchor component="a" underline="always" {...props} />);
export const LinkButton = createLink((props: LinkProps<ButtonProps>) => <Button component="a" {...props} />);
export const PlainLink = createLink((props: LinkProps<UnstyledButtonProps>) => <UnstyledButton component="a" {...props} />);
