import "@/app/shell.css";
import { NotFoundPage } from "@/app/NotFoundPage";
import { Queries } from "@/app/Queries";
import { MailPage } from "@/features/dev/MailPage";
import { OutboxPage } from "@/features/dev/OutboxPage";
import { paths } from "@/lib/paths";
import { useParams } from "@tanstack/react-router";

export function Outbox() {
  return (
    <Queries>
      <OutboxPage absent={<NotFoundPage />} />
    </Queries>
  );
}

export function OutboxMail() {
  const { mailId } = useParams({ from: paths.outboxMail });
  return (
    <Queries>
      <MailPage mailId={mailId} absent={<NotFoundPage />} />
    </Queries>
  );
}
