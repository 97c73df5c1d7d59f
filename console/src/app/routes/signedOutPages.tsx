import { CheckMailPage } from "@/features/identity/CheckMailPage";
import { ResendVerificationPage } from "@/features/identity/ResendVerificationPage";
import { paths } from "@/lib/paths";
import { useSearch } from "@tanstack/react-router";

// From an address's parameters to a page's properties.

export function CheckMail() {
  return <CheckMailPage email={useSearch({ from: paths.checkMail }).email} />;
}

export function ResendVerification() {
  return <ResendVerificationPage email={useSearch({ from: paths.resendVerification }).email} />;
}
