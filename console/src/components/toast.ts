import { notifications } from "@mantine/notifications";

/** Says that something went well. What went wrong is told where it was asked for, never here. */
export function toast(message: string): void {
  notifications.show({ message, color: "green", withBorder: true, autoClose: 5000 });
}
