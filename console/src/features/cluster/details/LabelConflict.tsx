import type { LabelMap } from "@/features/cluster/details/labels";
import { Alert, Button, Stack, Table, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";

interface Props {
  readonly theirs: LabelMap;
  readonly mine: LabelMap;
  readonly take: () => void;
}

/** Somebody else was quicker: how it is now, beside what one has typed. Nothing of it is lost. */
export function LabelConflict({ theirs, mine, take }: Props) {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].sort();
  return (
    <Alert
      role="alert"
      variant="light"
      color="orange"
      icon={<TriangleAlert aria-hidden />}
      title="Somebody else changed the labels meanwhile"
      styles={{ message: { color: "inherit" } }}
    >
      <Stack gap="sm" align="flex-start">
        <Table withRowBorders={false} verticalSpacing={2} fz="sm" aria-label="Labels, theirs and yours">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Key</Table.Th>
              <Table.Th scope="col">Now</Table.Th>
              <Table.Th scope="col">Yours</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key} fw={theirs[key] === mine[key] ? undefined : 600}>
                <Table.Td>{key}</Table.Td>
                <Table.Td>{theirs[key] ?? "none"}</Table.Td>
                <Table.Td>{mine[key] ?? "none"}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm">Save yours over theirs with the button below, go on editing first, or take theirs.</Text>
        <Button size="xs" variant="default" onClick={take}>
          Take theirs
        </Button>
      </Stack>
    </Alert>
  );
}
