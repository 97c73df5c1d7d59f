import { Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What this is for, in a sentence or two, for whoever sees it for the first time. */
  readonly children: ReactNode;
  /** The next step. */
  readonly action?: ReactNode;
}

/** Nothing here yet: what will be, and how. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <Paper withBorder p={{ base: "lg", sm: "xl" }}>
      <Stack align="center" gap="sm" py={{ base: "md", sm: "xl" }} maw="32rem" mx="auto" ta="center">
        <ThemeIcon variant="light" size={44} radius="md" aria-hidden>
          <Icon size={22} />
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" size="sm">
          {children}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
