import { acme, mail, orders, shop } from "@/testing/data";
import type { paths } from "@/lib/paths";

/** A page that reads something from the product. */
interface ReadingPage {
  readonly address: string;
  /** What it says while it reads. */
  readonly waiting: RegExp;
  /** What is there when all was read. */
  readonly content: RegExp;
  /** Of the product's 404, where there is more to say than of other failures. */
  readonly gone?: RegExp;
}

const org = `/orgs/${acme.id}`;
const project = `${org}/projects/${shop.id}`;
const cluster = `${project}/clusters/${orders.id}`;

/** Every address of the console; those that read nothing need no product. */
export const PAGES: Record<keyof typeof paths, ReadingPage | undefined> = {
  home: { address: "/", waiting: /^Your organizations are being read/, content: /1 cluster ·/ },
  login: undefined,
  signUp: undefined,
  checkMail: undefined,
  resendVerification: undefined,
  verifyEmail: { address: "/verify-email?token=t", waiting: /One moment/, content: /Your e-mail is verified/ },
  outbox: { address: "/dev/outbox", waiting: /The outbox is being read/, content: /Verify your e-mail address/, gone: /There is nothing here/ },
  outboxMail: { address: `/dev/outbox/${mail.id}`, waiting: /The mail is being read/, content: /Welcome to EUTLAS/, gone: /There is nothing here/ },
  organizations: { address: "/orgs", waiting: /Your organizations are being read/, content: /Owner/ },
  newOrganization: undefined,
  organization: { address: org, waiting: /The organization is being read/, content: /1 cluster ·/ },
  organizationClusters: { address: `${org}/clusters`, waiting: /The organization is being read/, content: /^Kiruna$|^North$/ },
  organizationEvents: { address: `${org}/events`, waiting: /The events are being read/, content: /The cluster is ready\./ },
  newProject: undefined,
  project: { address: project, waiting: /The project is being read/, content: /delete its clusters first/ },
  newCluster: { address: `${project}/clusters/new`, waiting: /The plans are being read/, content: /How large should it be/ },
  cluster: { address: cluster, waiting: /The cluster is being read/, content: /€29\.50 a month/, gone: /There is no such cluster/ },
  clusterOperations: { address: `${cluster}/operations`, waiting: /The cluster is being read/, content: /Waiting for the servers/, gone: /There is no such cluster/ },
  clusterEvents: { address: `${cluster}/events`, waiting: /The cluster is being read/, content: /The cluster is ready\./, gone: /There is no such cluster/ },
  clusterSettings: { address: `${cluster}/settings`, waiting: /The cluster is being read/, content: /Protect the cluster from deletion/, gone: /There is no such cluster/ },
};

export const reading = Object.values(PAGES).filter((page) => page !== undefined);
