import { TextLink } from "@/components/links";
import { Page } from "@/components/Page";
import { EventList, type Filtered } from "@/features/event/EventList";
import { eventsOfOrganizationQuery } from "@/features/event/queries";
import { eventTypes } from "@/features/event/words";
import { organizationQuery } from "@/features/organization/queries";
import { paths } from "@/lib/paths";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

interface Props extends Filtered {
  readonly orgId: string;
}

/** What happened in an organization, in all of its projects. */
export function OrganizationEventsPage({ orgId, filter, setFilter }: Props) {
  const organization = useQuery(organizationQuery(orgId));
  const events = useInfiniteQuery(eventsOfOrganizationQuery(orgId, filter));
  return (
    <Page
      title="Events"
      above={[
        <TextLink key="organizations" to={paths.organizations}>Organizations</TextLink>,
        <TextLink key="organization" to={paths.organization} params={{ orgId }}>
          {organization.data?.name ?? "Organization"}
        </TextLink>,
      ]}
      lead="What was done and what happened in this organization. New ones appear by themselves."
    >
      <EventList query={events} types={eventTypes} linked filter={filter} setFilter={setFilter} />
    </Page>
  );
}
