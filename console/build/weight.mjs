// Prints what the login page weighs before it can be used, compressed: page, scripts, styles, font.
// `npm run weight [-- LIMIT]`; beyond LIMIT kilobytes (200 unless said) it fails.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const limit = Number(process.argv[2] ?? 200);
const assets = readdirSync(join(dist, "assets"));

const wanted = new Set(["index.html", "color-scheme.js", "favicon.svg"]);
const page = readFileSync(join(dist, "index.html"), "utf8");
for (const [, file] of page.matchAll(/\/assets\/([\w.-]+\.(?:js|css))/g)) {
  take(file);
}
take(only(/^logInPages-.*\.js$/));
take(only(/^geist-latin-wght-normal-.*\.woff2$/));

let sum = 0;
for (const file of [...wanted].sort()) {
  const bytes = readFileSync(join(dist, file));
  // A font is compressed in itself.
  const size = file.endsWith(".woff2") ? bytes.length : gzipSync(bytes).length;
  sum += size;
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${basename(file)}`);
}
console.log(`${(sum / 1000).toFixed(1).padStart(7)} kB  the login page in all, compressed (limit ${limit})`);
process.exitCode = sum > limit * 1000 ? 1 : 0;

/** A script with everything that it imports before it runs. */
function take(file) {
  const path = `assets/${file}`;
  if (wanted.has(path)) {
    return;
  }
  wanted.add(path);
  if (file.endsWith(".js")) {
    const code = readFileSync(join(dist, path), "utf8");
    for (const [, imported] of code.matchAll(/(?:^|[;}])import[^()"'`]*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      take(imported);
    }
  }
}

function only(pattern) {
  const found = assets.filter((file) => pattern.test(file));
  if (found.length !== 1) {
    throw new Error(`${found.length} files are like ${pattern}`);
  }
  return found[0];
}
