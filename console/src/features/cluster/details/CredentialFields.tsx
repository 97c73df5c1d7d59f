import type { Credentials } from "@/api/types";
import { CopyIcon } from "@/components/CopyText";
import { Fact, Facts } from "@/components/Facts";
import { masked } from "@/features/cluster/details/snippets";
import { ActionIcon, Code, Group } from "@mantine/core";
import { Eye, EyeOff } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  readonly credentials: Credentials;
  readonly shown: boolean;
  readonly setShown: (shown: boolean) => void;
}

/** Each part to copy by itself. The password is copied unseen, and shown when one wants to see it. */
export function CredentialFields({ credentials, shown, setShown }: Props) {
  const { connectionString, host, port, username, password } = credentials;
  return (
    <Facts>
      <Fact name="Connection string">
        <Value text={shown ? connectionString : masked(connectionString)}>
          <CopyIcon what="all of it" value={connectionString} />
        </Value>
      </Fact>
      <Fact name="User">
        <Value text={username}>
          <CopyIcon what="the user" value={username} />
        </Value>
      </Fact>
      <Fact name="Password">
        <Value text={shown ? password : "•".repeat(12)}>
          <CopyIcon what="the password" value={password} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={shown ? "Hide the password" : "Show the password"}
            aria-pressed={shown}
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
          </ActionIcon>
        </Value>
      </Fact>
      <Fact name="Host and port">
        <Value text={`${host}:${port}`}>
          <CopyIcon what="host and port" value={`${host}:${port}`} />
        </Value>
      </Fact>
    </Facts>
  );
}

function Value({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Code style={{ overflowWrap: "anywhere" }}>{text}</Code>
      {children}
    </Group>
  );
}
