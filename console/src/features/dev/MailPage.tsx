import { CopyIcon } from "@/components/CopyText";
import { TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { RelativeTime } from "@/components/RelativeTime";
import { PageSkeleton } from "@/components/Skeletons";
import { OnlyLocal } from "@/features/dev/OnlyLocal";
import { mailQuery } from "@/features/dev/queries";
import classes from "@/features/dev/MailPage.module.css";
import { paths } from "@/lib/paths";
import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface Props {
  readonly mailId: string;
  readonly absent: ReactNode;
}

export function MailPage({ mailId, absent }: Props) {
  const mail = useQuery(mailQuery(mailId));
  return (
    <OnlyLocal error={mail.error} absent={absent}>
      <Page title={mail.data?.subject ?? "Mail"} above={[<TextLink key="outbox" to={paths.outbox}>Local outbox</TextLink>]}>
        <Loaded query={mail} waiting={<PageSkeleton what="The mail is being read" />} failed="The mail could not be read">
          {({ to, sentAt, text, links }) => (
            <Stack gap="md">
              <Text size="sm" c="dimmed">
                To {to}, <RelativeTime at={sentAt} />
              </Text>
              {links.length > 0 && (
                <Paper withBorder p="md" component="section" aria-labelledby="links">
                  <Title order={2} id="links" mb="xs">
                    {links.length === 1 ? "The link in it" : "The links in it"}
                  </Title>
                  {links.map((link) => (
                    <Group key={link} gap={4} wrap="nowrap">
                      <Anchor href={link} size="sm" underline="always" style={{ overflowWrap: "anywhere" }}>
                        {link}
                      </Anchor>
                      <CopyIcon what="the link" value={link} />
                    </Group>
                  ))}
                </Paper>
              )}
              <Paper withBorder p="md">
                <pre className={classes.text}>{text}</pre>
              </Paper>
            </Stack>
          )}
        </Loaded>
      </Page>
    </OnlyLocal>
  );
}
