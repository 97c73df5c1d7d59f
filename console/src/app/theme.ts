import { createTheme, type CSSVariablesResolver, defaultVariantColorsResolver, type MantineColorsTuple } from "@mantine/core";

/** The one accent: a calm blue. Everything else that has a colour says a state, and says it in words too. */
const accent: MantineColorsTuple = [
  "#eef1ff", "#dde3ff", "#bac5fb", "#96a6f7", "#7f91f3", "#5566df", "#3b4fd8", "#3041ba", "#283699", "#212c78",
];

/** Cool greys, from paper to ink. */
const gray: MantineColorsTuple = [
  "#f8f9fb", "#f1f3f6", "#e4e7ec", "#d3d8e0", "#b8bfca", "#949dab", "#6a7381", "#4d5562", "#343a45", "#1f242c",
];

const dark: MantineColorsTuple = [
  "#e6e9ee", "#bec4ce", "#a3abb8", "#737c8b", "#454d5a", "#363d48", "#272d36", "#1a1f26", "#14181e", "#0f1216",
];

const sans = '"Geist Variable", system-ui, sans-serif';
const mono = '"Geist Mono Variable", ui-monospace, monospace';

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 5 },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { sm: "1.45", md: "1.55" },
  headings: {
    fontFamily: sans,
    fontWeight: "600",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  components: {
    // Menus stay inside the landmark that they open from, and hold nothing but what a menu may hold.
    Menu: { defaultProps: { shadow: "md", withinPortal: false, withInitialFocusPlaceholder: false } },
    Modal: { styles: { title: { fontSize: "1.0625rem", fontWeight: 600 } } },
  },
  // Mantine's light variants are too pale for small text: the same hue, darker or lighter.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === "light" ? { ...colors, color: `var(--eutlas-on-light-${input.color ?? "accent"}, ${colors.color})` } : colors;
  },
});

/** What Mantine decides by itself and decides too faintly: each of these has at least 4.5 to 1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": gray[9],
    "--mantine-color-dimmed": "#5a6370",
    "--mantine-color-placeholder": "#6a7381",
    "--mantine-color-error": "#c02626",
    "--mantine-color-anchor": accent[6],
    "--eutlas-ground": gray[0],
    "--eutlas-line": gray[2],
    "--eutlas-skeleton": "#e9ecf1",
    "--eutlas-on-light-accent": accent[8],
    "--eutlas-on-light-green": "#17602c",
    "--eutlas-on-light-yellow": "#7a4a00",
    "--eutlas-on-light-orange": "#8f3d00",
    "--eutlas-on-light-red": "#a51d1d",
    "--eutlas-on-light-blue": "#134f86",
    "--eutlas-on-light-gray": gray[8],
  },
  dark: {
    "--mantine-color-body": dark[8],
    "--mantine-color-text": dark[0],
    "--mantine-color-dimmed": "#a3abb8",
    "--mantine-color-placeholder": "#8e97a5",
    "--mantine-color-error": "#ff8f8f",
    "--mantine-color-anchor": "#a3b2ff",
    "--mantine-color-default": dark[7],
    "--mantine-color-default-border": dark[4],
    "--eutlas-ground": dark[9],
    "--eutlas-line": dark[6],
    "--eutlas-skeleton": dark[6],
    // Large areas too: a tint on the ground, not a colour of its own.
    "--mantine-color-green-light": "#16271b",
    "--mantine-color-yellow-light": "#2b2412",
    "--mantine-color-orange-light": "#2e1f14",
    "--mantine-color-red-light": "#321a1c",
    "--mantine-color-blue-light": "#142536",
    "--eutlas-on-light-accent": "#bac5fb",
    "--eutlas-on-light-green": "#8ce99a",
    "--eutlas-on-light-yellow": "#ffd666",
    "--eutlas-on-light-orange": "#ffb37a",
    "--eutlas-on-light-red": "#ffa3a3",
    "--eutlas-on-light-blue": "#8cc8ff",
    "--eutlas-on-light-gray": dark[1],
  },
});
