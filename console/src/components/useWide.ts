import { useMediaQuery } from "@mantine/hooks";

/** Whether a table has room; on less, things are cards. */
export function useWide(): boolean {
  return !(useMediaQuery("(width < 48em)", undefined, { getInitialValueInEffect: false }));
}
