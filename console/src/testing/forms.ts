import { acme, orders, shop, you } from "@/testing/data";
import { answerNoClusters } from "@/testing/product";
import { screen, within } from "@testing-library/react";
import type userEvent from "@testing-library/user-event";

type User = ReturnType<typeof userEvent.setup>;

/** Something that one fills in, or only presses, and that asks the product to do something. */
export interface WritingForm {
  readonly name: string;
  readonly address: string;
  readonly signedOut?: boolean;
  /** From the page as it opens to where nothing but the button is left. */
  readonly fill: (user: User) => Promise<void>;
  readonly button: string;
  readonly within?: "dialog";
  readonly busy: RegExp;
  /** The request, by method and path. */
  readonly asks: string;
  /** What stands in it now, and what has to. */
  readonly typed: () => unknown;
  readonly values: unknown;
  readonly done: RegExp;
}

const project = `/orgs/${acme.id}/projects/${shop.id}`;
const cluster = `${project}/clusters/${orders.id}`;
const api = "/api/v1";
const password = "a lamp in every window";

function value(label: string): string {
  const field = screen.getByLabelText(label);
  return field instanceof HTMLInputElement ? field.value : "";
}

async function type(user: User, label: string, text: string): Promise<void> {
  await user.type(await screen.findByLabelText(label), text);
}

async function typeInDialog(user: User, button: string, name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name: button }));
  await user.type(within(await screen.findByRole("dialog")).getByRole("textbox"), name);
}

function typedInDialog(): string {
  const field = within(screen.getByRole("dialog", { name: /^Delete/ })).getByRole("textbox");
  return field instanceof HTMLInputElement ? field.value : "";
}

export const FORMS: readonly WritingForm[] = [
  {
    name: "logging in",
    address: "/login",
    signedOut: true,
    fill: async (user) => {
      await type(user, "E-mail", you.email);
      await type(user, "Password", password);
    },
    button: "Log in",
    busy: /^Logging in …$/,
    asks: `POST ${api}/auth/login`,
    typed: () => [value("E-mail"), value("Password")],
    values: [you.email, password],
    done: /Welcome, You/,
  },
  {
    name: "signing up",
    address: "/signup",
    signedOut: true,
    fill: async (user) => {
      await type(user, "Your name", "You");
      await type(user, "E-mail", you.email);
      await type(user, "Password", password);
    },
    button: "Create the account",
    busy: /^Creating …$/,
    asks: `POST ${api}/auth/signup`,
    typed: () => [value("Your name"), value("E-mail"), value("Password")],
    values: ["You", you.email, password],
    done: /Check your mail/,
  },
  {
    name: "having the link sent again",
    address: "/resend-verification",
    signedOut: true,
    fill: (user) => type(user, "E-mail", you.email),
    button: "Send the link",
    busy: /^Sending …$/,
    asks: `POST ${api}/auth/resend-verification`,
    typed: () => value("E-mail"),
    values: you.email,
    done: /Check your mail/,
  },
  {
    name: "a new organization",
    address: "/orgs/new",
    fill: (user) => type(user, "Name", "Acme"),
    button: "Create the organization",
    busy: /^Creating …$/,
    asks: `POST ${api}/orgs`,
    typed: () => value("Name"),
    values: "Acme",
    done: /1 cluster ·/,
  },
  {
    name: "a new project",
    address: `/orgs/${acme.id}/projects/new`,
    fill: (user) => type(user, "Name", "Shop"),
    button: "Create the project",
    busy: /^Creating …$/,
    asks: `POST ${api}/orgs/${acme.id}/projects`,
    typed: () => value("Name"),
    values: "Shop",
    done: /delete its clusters first/,
  },
  {
    name: "the wizard",
    address: `${project}/clusters/new?step=name`,
    fill: async (user) => {
      await type(user, "Name", "stock");
      await user.click(screen.getByRole("button", { name: "Continue" }));
      await screen.findByRole("button", { name: "Create the cluster" });
    },
    button: "Create the cluster",
    busy: /^Creating …$/,
    asks: `POST ${api}/projects/${shop.id}/clusters`,
    typed: () => screen.getByText("stock").textContent,
    values: "stock",
    done: /€29\.50 a month/,
  },
  {
    name: "labels",
    address: `${cluster}/settings`,
    fill: async (user) => {
      await user.click(await screen.findByRole("button", { name: "Add a label" }));
      await type(user, "Key 1", "team");
      await type(user, "Value 1", "shop");
    },
    button: "Save the labels",
    busy: /^Saving …$/,
    asks: `PATCH ${api}/projects/${shop.id}/clusters/${orders.id}`,
    typed: () => [value("Key 1"), value("Value 1")],
    values: ["team", "shop"],
    done: /The labels are saved/,
  },
  {
    name: "deleting a cluster",
    address: `${cluster}/settings`,
    fill: (user) => typeInDialog(user, "Delete the cluster", orders.name),
    button: "Delete the cluster",
    within: "dialog",
    busy: /^Deleting …$/,
    asks: `DELETE ${api}/projects/${shop.id}/clusters/${orders.id}`,
    typed: typedInDialog,
    values: orders.name,
    done: /orders is being deleted\./,
  },
  {
    name: "deleting a project",
    address: project,
    fill: async (user) => {
      answerNoClusters();
      await typeInDialog(user, "Delete the project", shop.name);
    },
    button: "Delete the project",
    within: "dialog",
    busy: /^Deleting …$/,
    asks: `DELETE ${api}/orgs/${acme.id}/projects/${shop.id}`,
    typed: typedInDialog,
    values: shop.name,
    done: /Shop is deleted\./,
  },
  {
    name: "testing the connection",
    address: cluster,
    fill: async (user) => {
      await user.click(await screen.findByRole("button", { name: "Connect" }));
      await screen.findByRole("button", { name: "Test the connection" });
    },
    button: "Test the connection",
    busy: /^Testing …$/,
    asks: `POST ${api}/projects/${shop.id}/clusters/${orders.id}/connection-test`,
    typed: () => undefined,
    values: undefined,
    done: /It works, in 12 ms/,
  },
  {
    name: "reading the credentials",
    address: cluster,
    fill: async (user) => {
      await user.click(await screen.findByRole("button", { name: "Connect" }));
      await screen.findByRole("button", { name: "Show how to connect" });
    },
    button: "Show how to connect",
    busy: /^Reading …$/,
    asks: `GET ${api}/projects/${shop.id}/clusters/${orders.id}/credentials`,
    typed: () => undefined,
    values: undefined,
    done: /In your program/,
  },
];
