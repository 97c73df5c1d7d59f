import { Badge } from "@mantine/core";
import { ShieldCheck } from "lucide-react";

/** Says that a cluster cannot be deleted as it is. */
export function ProtectionMark() {
  return (
    <Badge variant="light" color="gray" radius="sm" tt="none" fw={500} leftSection={<ShieldCheck size={13} aria-hidden />}>
      Protected
    </Badge>
  );
}
