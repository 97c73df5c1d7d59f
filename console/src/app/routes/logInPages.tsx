import { LogInPage } from "@/features/identity/LogInPage";
import { paths } from "@/lib/paths";
import { useSearch } from "@tanstack/react-router";

/** By itself: it is what most people wait for. */
export function LogIn() {
  return <LogInPage email={useSearch({ from: paths.login }).email} />;
}
