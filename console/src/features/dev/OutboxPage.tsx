import { CardLink, CardList } from "@/components/CardList";
import { EmptyState } from "@/components/EmptyState";
import { TextLink } from "@/components/links";
import { Loaded } from "@/components/Loaded";
import { Page } from "@/components/Page";
import { RelativeTime } from "@/components/RelativeTime";
import { ListSkeleton } from "@/components/Skeletons";
import { OnlyLocal } from "@/features/dev/OnlyLocal";
import { outboxQuery } from "@/features/dev/queries";
import { paths } from "@/lib/paths";
import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import type { ReactNode } from "react";

export function OutboxPage({ absent }: { readonly absent: ReactNode }) {
  const outbox = useQuery(outboxQuery);
  return (
    <OnlyLocal error={outbox.error} absent={absent}>
      <Page
        title="Local outbox"
        lead="An EUTLAS on your own machine sends no mail. What it would have sent is here, the newest first."
        above={[<TextLink key="login" to={paths.login}>Log in</TextLink>]}
      >
        <Loaded query={outbox} waiting={<ListSkeleton what="The outbox is being read" />} failed="The outbox could not be read">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={Inbox} title="No mail yet">
                Sign up, or have a link sent again: the mail is here a moment later, by itself.
              </EmptyState>
            ) : (
              <CardList label="Mails">
                {items.map(({ id, to, subject, sentAt }) => (
                  <CardLink
                    key={id}
                    to={paths.outboxMail}
                    params={{ mailId: id }}
                    title={subject}
                    about={
                      <>
                        To {to}, <RelativeTime at={sentAt} />
                      </>
                    }
                  />
                ))}
              </CardList>
            )
          }
        </Loaded>
      </Page>
    </OnlyLocal>
  );
}
