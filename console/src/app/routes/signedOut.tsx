import { session } from "@/api/session";
import { rootRoute } from "@/app/routes/root";
import { searchOf } from "@/app/routes/search";
import { paths, safeReturn } from "@/lib/paths";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";

// What anybody may see. Each page is a chunk of its own, and none of them loads the shell.

const logInSearch = searchOf("from", "email");
const logIn = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.login,
  validateSearch: logInSearch,
  // Runs again when somebody signs in: that is how one gets on.
  beforeLoad: ({ search }) => {
    if (session.getState().status === "signedIn") {
      throw redirect({ href: safeReturn(search.from), replace: true });
    }
  },
  component: lazyRouteComponent(() => import("@/app/routes/logInPages"), "LogIn"),
});

const signUp = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signUp,
  component: lazyRouteComponent(() => import("@/features/identity/SignUpPage"), "SignUpPage"),
});

const checkMail = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.checkMail,
  validateSearch: searchOf("email"),
  component: lazyRouteComponent(() => import("@/app/routes/signedOutPages"), "CheckMail"),
});

const verifyEmail = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.verifyEmail,
  validateSearch: searchOf("token"),
  component: lazyRouteComponent(() => import("@/app/routes/verifyEmailPages"), "VerifyEmail"),
});

const resendVerification = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.resendVerification,
  validateSearch: searchOf("email"),
  component: lazyRouteComponent(() => import("@/app/routes/signedOutPages"), "ResendVerification"),
});

const outbox = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.outbox,
  component: lazyRouteComponent(() => import("@/app/routes/outboxPages"), "Outbox"),
});

const outboxMail = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.outboxMail,
  component: lazyRouteComponent(() => import("@/app/routes/outboxPages"), "OutboxMail"),
});

export const signedOutRoutes = [logIn, signUp, checkMail, verifyEmail, resendVerification, outbox, outboxMail] as const;
