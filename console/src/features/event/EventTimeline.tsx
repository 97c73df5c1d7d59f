import type { Event } from "@/api/types";
import { CopyText } from "@/components/CopyText";
import { Fact, Facts } from "@/components/Facts";
import { TextLink } from "@/components/links";
import { RelativeTime } from "@/components/RelativeTime";
import classes from "@/features/event/EventTimeline.module.css";
import { severityLook, typeWord } from "@/features/event/words";
import { paths } from "@/lib/paths";
import { Paper, Text, ThemeIcon, Timeline } from "@mantine/core";

interface Props {
  readonly events: readonly Event[];
  /** Whether each says which cluster it is about: not where all are about the same. */
  readonly linked?: boolean;
}

/** What happened, the newest first: what, who, when, how much it wants to be looked at. */
export function EventTimeline({ events, linked = false }: Props) {
  return (
    <Paper withBorder p={{ base: "md", sm: "lg" }}>
      <Timeline bulletSize={28} lineWidth={1} role="list" aria-label="Events" classNames={{ item: classes.item ?? "" }}>
        {events.map((event) => {
          const { color, icon: Icon } = severityLook(event.severity);
          return (
            <Timeline.Item
              key={event.id}
              role="listitem"
              bullet={
                <ThemeIcon variant="light" color={color} size={28} radius="xl" aria-hidden>
                  <Icon size={15} />
                </ThemeIcon>
              }
              title={
                <Text size="sm" fw={500} style={{ overflowWrap: "anywhere" }}>
                  {event.message}
                </Text>
              }
            >
              <About event={event} linked={linked} />
              <Details event={event} />
            </Timeline.Item>
          );
        })}
      </Timeline>
    </Paper>
  );
}

function About({ event, linked }: { readonly event: Event; readonly linked: boolean }) {
  const { word, color } = severityLook(event.severity);
  const { actor, orgId, projectId, clusterId } = event;
  return (
    <Text size="xs" c="dimmed">
      <span className={classes.severity} {...(event.severity !== "INFO" && { style: { color: `var(--eutlas-on-light-${color})` } })}>
        {word}
      </span>
      {` · ${actor.name}${actor.address === null ? "" : `, ${actor.address}`} · `}
      <RelativeTime at={event.createdAt} />
      {linked && projectId !== null && clusterId !== null && (
        <>
          {" · "}
          <TextLink to={paths.cluster} params={{ orgId, projectId, clusterId }} inherit underline="always" aria-label={`To the cluster of: ${event.message}`}>
            To the cluster
          </TextLink>
        </>
      )}
    </Text>
  );
}

function Details({ event }: { readonly event: Event }) {
  return (
    <details className={classes.details}>
      <summary>Details</summary>
      <Facts>
        <Fact name="Kind">{typeWord(event.type)}</Fact>
        {Object.entries(event.metadata).map(([key, value]) => (
          <Fact key={key} name={key}>
            {value}
          </Fact>
        ))}
        {event.actor.userAgent !== null && <Fact name="Program">{event.actor.userAgent}</Fact>}
        <Fact name="Number">{event.seq}</Fact>
        <Fact name="Event">
          <CopyText what="the event's id" value={event.id} />
        </Fact>
        <Fact name="Reference">
          <CopyText what="the reference" value={event.correlationId} />
        </Fact>
        <Fact name="Hash">
          <CopyText what="the event's hash" value={event.hash} />
        </Fact>
      </Facts>
    </details>
  );
}
