import { Anchor, Button, NavLink, UnstyledButton } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** Mantine's looks on the router's links: typed addresses, and no page is loaded anew. */
export const TextLink = createLink(Anchor<"a">);
export const LinkButton = createLink(Button<"a">);
export const NavigationLink = createLink(NavLink<"a">);
export const PlainLink = createLink(UnstyledButton<"a">);
