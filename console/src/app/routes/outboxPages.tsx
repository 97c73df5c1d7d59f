import "@/app/shell.css";
import { MailPage } from "@/features/dev/MailPage";
import { OutboxPage } from "@/features/dev/OutboxPage";
import { paths } from "@/lib/paths";
import { useParams } from "@tanstack/react-router";

export const Outbox = OutboxPage;

export function OutboxMail() {
  return <MailPage mailId={useParams({ from: paths.outboxMail }).mailId} />;
}
