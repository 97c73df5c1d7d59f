import type { Credentials } from "@/api/types";
import { CodeBlock } from "@/components/CodeBlock";
import { snippetsFor } from "@/features/cluster/details/snippets";
import { Stack, Tabs, Text, Title } from "@mantine/core";

interface Props {
  readonly credentials: Credentials;
  readonly shown: boolean;
}

/** The same first program in each language. */
export function Snippets({ credentials, shown }: Props) {
  const snippets = snippetsFor(credentials, shown);
  return (
    <Stack gap="sm" component="section" aria-label="Code">
      <Title order={3} size="h4">
        In your program
      </Title>
      <Tabs defaultValue="Shell" keepMounted={false}>
        <Tabs.List mb="sm">
          {snippets.map(({ language }) => (
            <Tabs.Tab key={language} value={language} px={{ base: 8, xs: "md" }}>
              {language}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snippets.map(({ language, how, code }) => (
          <Tabs.Panel key={language} value={language}>
            <Stack gap="xs">
              <Text size="sm" c="dimmed">
                {how}
              </Text>
              <CodeBlock what={`the code for ${language}`}>{code}</CodeBlock>
              {!shown && (
                <Text size="sm" c="dimmed">
                  Put the password where it says &lt;password&gt;, or show the password above: the code holds it then.
                </Text>
              )}
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
