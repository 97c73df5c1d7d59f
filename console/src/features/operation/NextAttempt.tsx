import { RelativeTime } from "@/components/RelativeTime";
import { useNow } from "@/lib/clock";
import { Text } from "@mantine/core";

/** When EUTLAS tries again, as long as that lies ahead. */
export function NextAttempt({ at }: { readonly at: string | null }) {
  const now = useNow();
  return (
    at !== null &&
    new Date(at).getTime() > now && (
      <Text size="sm" c="dimmed">
        Next attempt <RelativeTime at={at} />
      </Text>
    )
  );
}
