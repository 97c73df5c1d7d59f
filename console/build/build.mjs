// What Maven runs: `node build/build.mjs check|quick <folder of the jar>`. It knows Node alone, since
// it is what installs the rest. Each step is skipped while the inputs it names are as they were.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const [mode, folder] = process.argv.slice(2);
if (!["check", "quick"].includes(mode) || folder === undefined) {
  throw new Error("usage: build.mjs check|quick <folder of the jar>");
}

const packages = ["package.json", "package-lock.json", ".npmrc"];
const settings = ["tsconfig.json", "vite.config.ts", "build/build.mjs", "../docs/openapi.json"];
const pages = [...packages, ...settings, "index.html", "public/**/*", "src/**/*"];

// Inside node_modules, so that they go when the packages go.
const stamps = join(home, "node_modules/.stamps");

step("install", packages, "node_modules", ["ci", "--ignore-scripts", "--prefer-offline"]);
step("generate", [...packages, ...settings], "generated/schema.ts", ["run", "generate"]);
if (mode === "check") {
  step("check", [...pages, "eslint.config.js", "build/*.mjs"], "generated/schema.ts", ["run", "check"]);
}
step("bundle", pages, "dist/index.html", ["run", "bundle"]);
if (mode === "check") {
  step("weight", [...pages, "build/weight.mjs"], "dist/index.html", ["run", "weight"]);
}

// Copied anew each time: no page of an earlier build may stay in the jar.
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(home, "dist"), folder, { recursive: true });

function step(name, inputs, output, npm) {
  const stamp = join(stamps, name);
  const digest = digestOf(inputs);
  if (existsSync(join(home, output)) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
    return;
  }
  const began = Date.now();
  const run = spawnSync(process.execPath, [process.env.npm_execpath, ...npm], { cwd: home, encoding: "utf8", maxBuffer: Infinity });
  if (run.status !== 0) {
    // All of it as errors: a quiet Maven shows nothing else.
    console.error(`${run.stdout}${run.stderr}console: ${name} failed (npm ${npm.join(" ")})`);
    process.exit(1);
  }
  console.log(`${run.stdout}${run.stderr}`.trimEnd());
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, digest);
  console.log(`console: ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function digestOf(patterns) {
  const hash = createHash("sha256");
  for (const file of globSync(patterns, { cwd: home }).sort()) {
    const path = join(home, file);
    if (statSync(path).isFile()) {
      hash.update(`${file}\0`).update(readFileSync(path)).update("\0");
    }
  }
  return hash.digest("hex");
}
