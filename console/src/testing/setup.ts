import "@testing-library/jest-dom/vitest";
import { session, signIn, signOut } from "@/api/session";
import { tell } from "@/components/told";
import { server } from "@/testing/server";
import { you } from "@/testing/data";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";

// What Mantine asks a browser, and jsdom does not know.
class NoMediaQuery extends EventTarget {
  readonly matches = false;
}
Object.assign(window, { matchMedia: () => new NoMediaQuery() });
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// Patient, for machines that have other things to do; what is there is found at once anyway.
configure({ asyncUtilTimeout: 5_000 });

// A request that no test expects is a fault of the test, or of the console.
beforeAll(() => {
  server.listen({ onUnhandledFrame: "error" });
});
beforeEach(() => {
  signIn({ accessToken: "a.b.c", expiresIn: 900, refreshToken: null, user: you });
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  tell(undefined);
  signOut();
  session.setState({ status: "unknown" }, true);
});
afterAll(() => {
  server.close();
});
