import { useTitle } from "@/lib/useTitle";
import { Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  /** The pages above this one, as links. */
  readonly above?: readonly ReactNode[];
  readonly lead?: ReactNode;
  /** What stands beside the title, such as a state. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page inside the shell: its title (the window's too), where it belongs, what can be done. */
export function Page({ title, above = [], lead, beside, actions, children }: Props) {
  useTitle(title);
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        {above.length > 0 && (
          <nav aria-label="Breadcrumbs">
            <Breadcrumbs fz="sm" separatorMargin={6} styles={{ root: { flexWrap: "wrap", rowGap: 4 }, breadcrumb: { fontSize: "inherit", lineHeight: "inherit" } }}>
              {[...above, <Text key="here" span inherit c="dimmed" aria-current="page">{title}</Text>]}
            </Breadcrumbs>
          </nav>
        )}
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={1} style={{ overflowWrap: "anywhere" }}>
              {title}
            </Title>
            {beside}
          </Group>
          {actions !== undefined && <Group gap="xs">{actions}</Group>}
        </Group>
        {lead !== undefined && (
          <Text c="dimmed" maw="42rem">
            {lead}
          </Text>
        )}
      </Stack>
      {children}
    </Stack>
  );
}
