import { Group, Paper, SimpleGrid, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  /** What is being read, as in "The organizations are being read". */
  readonly what: string;
}

/** The shape of a list that is on its way. */
export function ListSkeleton({ what, rows = 3 }: Props & { readonly rows?: number }) {
  return (
    <Waiting what={what}>
      <Stack gap="xs">
        {Array.from({ length: rows }, (_, row) => (
          <Paper key={row} withBorder p="md">
            <Group justify="space-between" wrap="nowrap">
              <Stack gap={8} flex={1}>
                <Skeleton h={14} w={`${45 - row * 6}%`} />
                <Skeleton h={10} w="25%" />
              </Stack>
              <Skeleton h={20} w={72} />
            </Group>
          </Paper>
        ))}
      </Stack>
    </Waiting>
  );
}

/** The shape of cards to choose from. */
export function ChoicesSkeleton({ what, cards = 6 }: Props & { readonly cards?: number }) {
  return (
    <Waiting what={what}>
      <Stack gap="md">
        <Skeleton h={24} w="18rem" maw="80%" />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs">
          {Array.from({ length: cards }, (_, card) => (
            <Paper key={card} withBorder p="md">
              <Stack gap={8}>
                <Skeleton h={16} w="50%" />
                <Skeleton h={10} w="80%" />
                <Skeleton h={10} w="65%" />
              </Stack>
            </Paper>
          ))}
        </SimpleGrid>
      </Stack>
    </Waiting>
  );
}

/** The shape of a page that is on its way: a title, then blocks. */
export function PageSkeleton({ what }: Props) {
  return (
    <Waiting what={what}>
      <Stack gap="lg">
        <Skeleton h={26} w="14rem" maw="70%" />
        <Skeleton h={120} />
        <Skeleton h={120} />
      </Stack>
    </Waiting>
  );
}

/** For shapes of one's own: tells those who do not see them what is going on. */
export function Waiting({ what, children }: Props & { readonly children: ReactNode }) {
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{what}</VisuallyHidden>
      <div aria-hidden>{children}</div>
    </div>
  );
}
