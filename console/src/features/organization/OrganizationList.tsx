import type { Organization } from "@/api/types";
import { CardLink, CardList } from "@/components/CardList";
import { RelativeTime } from "@/components/RelativeTime";
import { roleWord } from "@/features/organization/roles";
import { paths } from "@/lib/paths";
import { Badge } from "@mantine/core";

export function OrganizationList({ organizations }: { readonly organizations: readonly Organization[] }) {
  return (
    <CardList label="Organizations">
      {organizations.map(({ id, name, role, createdAt }) => (
        <CardLink
          key={id}
          to={paths.organization}
          params={{ orgId: id }}
          title={name}
          about={
            <>
              Created <RelativeTime at={createdAt} />
            </>
          }
          beside={
            <Badge variant="light" color="gray" radius="sm" tt="none" fw={500}>
              {roleWord(role)}
            </Badge>
          }
        />
      ))}
    </CardList>
  );
}
