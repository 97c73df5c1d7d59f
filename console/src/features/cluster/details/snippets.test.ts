import { masked, snippetsFor } from "@/features/cluster/details/snippets";
import { expect, test } from "vitest";

const connectionString = "mongodb://admin:s3cret$&@127.0.0.1:27017/?authSource=admin&directConnection=true";
const credentials = {
  connectionString,
  host: "127.0.0.1",
  port: 27017,
  username: "admin",
  password: "s3cret$&",
  shell: `mongosh "${connectionString}"`,
  former: null,
};

test("masks the password and nothing else", () => {
  expect(masked(connectionString)).toBe("mongodb://admin:<password>@127.0.0.1:27017/?authSource=admin&directConnection=true");
  expect(masked("mongodb+srv://admin:x@host/?a=b")).toBe("mongodb+srv://admin:<password>@host/?a=b");
});

test.each(["Shell", "Node.js", "Python", "Java", "Go"])("tells the password for %s only when it is to be seen", (language) => {
  const of = (shown: boolean) => snippetsFor(credentials, shown).find((snippet) => snippet.language === language)?.code;

  expect(of(false)).toContain(`"${masked(connectionString)}"`);
  expect(of(false)).not.toContain("s3cret");
  expect(of(true)).toContain(`"${connectionString}"`);
});
