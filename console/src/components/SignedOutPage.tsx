import classes from "@/components/SignedOutPage.module.css";
import { Wordmark } from "@/components/Wordmark";
import { useTitle } from "@/lib/useTitle";
import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  /** Where else one may want to go. */
  readonly foot?: ReactNode;
}

/** One card in the middle: for whoever is not signed in. */
export function SignedOutPage({ title, lead, children, foot }: Props) {
  useTitle(title);
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <Wordmark />
        <Paper withBorder p={{ base: "lg", xs: "xl" }} radius="lg" shadow="xs">
          <Stack gap="lg">
            <Stack gap={4}>
              <Title order={1}>{title}</Title>
              {lead !== undefined && (
                <Text c="dimmed" size="sm">
                  {lead}
                </Text>
              )}
            </Stack>
            {children}
          </Stack>
        </Paper>
        {foot !== undefined && (
          <Text size="sm" c="dimmed" ta="center">
            {foot}
          </Text>
        )}
      </div>
    </main>
  );
}
