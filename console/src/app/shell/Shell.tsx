import "@/app/shell.css";
import { AccountMenu } from "@/app/shell/AccountMenu";
import { ColorSchemeSwitch } from "@/app/shell/ColorSchemeSwitch";
import { Navigation } from "@/app/shell/Navigation";
import classes from "@/app/shell/Shell.module.css";
import { SessionEnded } from "@/app/shell/SessionEnded";
import { useUser } from "@/api/session";
import { useLiveEvents } from "@/app/live/useLiveEvents";
import { Queries } from "@/app/Queries";
import { ConnectionIndicator } from "@/components/ConnectionIndicator";
import { PlainLink } from "@/components/links";
import { Notice } from "@/components/Notice";
import { PageSkeleton } from "@/components/Skeletons";
import { Wordmark } from "@/components/Wordmark";
import { OrganizationSwitcher } from "@/features/organization/OrganizationSwitcher";
import { ProjectSwitcher } from "@/features/project/ProjectSwitcher";
import { paths } from "@/lib/paths";
import { AppShell, Burger, Group } from "@mantine/core";
import { Outlet, useParams, useRouterState } from "@tanstack/react-router";
import { Suspense, useState } from "react";

/** Around every page for people who are signed in. */
export function Shell() {
  return (
    <Queries>
      {/* Another person begins anew, whatever the one before has typed. */}
      <Frame key={useUser()?.id} />
      <SessionEnded />
    </Queries>
  );
}

function Frame() {
  const { orgId, projectId }: { orgId?: string; projectId?: string } = useParams({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Where one was when the menu was opened: it closes by going somewhere.
  const [openedAt, setOpenedAt] = useState<string>();
  const opened = openedAt === path;
  const status = useLiveEvents(orgId);

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !opened } }} padding={{ base: "md", sm: "lg" }}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      {/* Above the navigation (101), over which its menus open. */}
      <AppShell.Header className={classes.header} zIndex={102}>
        <Group gap={4} wrap="nowrap" miw={0}>
          <Burger
            opened={opened}
            onClick={() => {
              setOpenedAt(opened ? undefined : path);
            }}
            hiddenFrom="sm"
            size="sm"
            aria-label={opened ? "Close the navigation" : "Open the navigation"}
            aria-expanded={opened}
          />
          <PlainLink to={paths.home} className={classes.mark} aria-label="EUTLAS, to the start" visibleFrom="xs">
            <Wordmark />
          </PlainLink>
          <OrganizationSwitcher orgId={orgId} />
          {orgId !== undefined && (
            <span className={classes.project}>
              <span className={classes.slash} aria-hidden>
                /
              </span>
              <ProjectSwitcher orgId={orgId} projectId={projectId} />
            </span>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          {orgId !== undefined && <ConnectionIndicator status={status} />}
          <ColorSchemeSwitch />
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <Navigation orgId={orgId} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <div className={classes.content}>
          <Notice />
          <Suspense fallback={<PageSkeleton what="The page is being fetched" />}>
            <Outlet />
          </Suspense>
        </div>
      </AppShell.Main>
    </AppShell>
  );
}
