import { ActionIcon, Code, CopyButton, Group, Text } from "@mantine/core";
import { Check, Copy } from "lucide-react";

interface Props {
  /** What it is, for those who do not see it: "Copy the cluster's id". */
  readonly what: string;
  readonly value: string;
  /** Whether it is cut off at the end of its line instead of going on in the next. */
  readonly cut?: boolean;
}

/** A text that one may want elsewhere. */
export function CopyText({ what, value, cut = false }: Props) {
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex" miw={0} maw="100%">
      <Code c="inherit" {...(cut ? { style: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } } : { style: { overflowWrap: "anywhere" } })}>
        {value}
      </Code>
      <CopyIcon what={what} value={value} />
    </Group>
  );
}

export function CopyIcon({ what, value }: Omit<Props, "cut">) {
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <>
          <ActionIcon variant="subtle" color="gray" size="md" onClick={copy} aria-label={`Copy ${what}`}>
            {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          </ActionIcon>
          <Text span size="xs" role="status" c="dimmed">
            {copied ? "Copied" : ""}
          </Text>
        </>
      )}
    </CopyButton>
  );
}
