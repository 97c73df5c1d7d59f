import { EmptyState } from "@/components/EmptyState";
import { LinkButton, TextLink } from "@/components/links";
import { paths } from "@/lib/paths";
import { Group } from "@mantine/core";
import { CircleSlash2 } from "lucide-react";

interface Props {
  readonly orgId: string;
  readonly projectId: string;
  /** Absent where it was gone before it was looked at. */
  readonly name: string | undefined;
}

export function ClusterGone({ orgId, projectId, name }: Props) {
  return (
    <EmptyState
      icon={CircleSlash2}
      title={name === undefined ? "There is no such cluster" : `${name} is gone`}
      action={
        <Group gap="md" justify="center">
          <LinkButton to={paths.project} params={{ orgId, projectId }}>
            Back to the project
          </LinkButton>
          <TextLink to={paths.organizationEvents} params={{ orgId }} size="sm">
            Events of the organization
          </TextLink>
        </Group>
      }
    >
      {name === undefined
        ? "It may have been deleted, its address may be mistyped, or you may not be a member of its organization."
        : "The cluster was deleted with its data and its database user. Who did it, and when, is among the events."}
    </EmptyState>
  );
}
