// Puts the built page into the folder of a web site, and keeps it there under its version, so that its links open with it for ever:
// node scripts/keep-build.mjs SITE
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [site, ...more] = process.argv.slice(2);
  if (site === undefined || more.length > 0) {
    console.error("keep-build needs the folder of the web site, and nothing else: node scripts/keep-build.mjs SITE");
    process.exitCode = 2;
  } else {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const versions = keepBuild(join(root, "dist/page"), site, version);
    console.log(`${site} serves ${version} and keeps ${versions.join(", ")}`);
  }
}

/**
 * Copies a built page to a site: to its root, where it replaces the build before, and to `v/VERSION/`, where it stays. Then lists the
 * kept versions in `versions.json`, which the page reads when it opens the link of another version.
 *
 * @param {string} page folder of the built page
 * @param {string} site folder of the site; created if it is missing
 * @param {string} version
 * @returns {string[]} the kept versions, oldest first
 */
export function keepBuild(page, site, version) {
  if (!existsSync(join(page, "index.html"))) throw new Error(`${page} holds no built page: run \`npm run build:page\` first`);
  const kept = join(site, "v");
  mkdirSync(kept, { recursive: true });
  rmSync(join(kept, version), { recursive: true, force: true });
  cpSync(page, join(kept, version), { recursive: true });
  // Scripts have names of their own in each build. Those of earlier builds stay, for pages that are open in a browser.
  cpSync(page, site, { recursive: true });
  const versions = readdirSync(kept)
    .filter((name) => existsSync(join(kept, name, "index.html")))
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  writeFileSync(join(site, "versions.json"), `${JSON.stringify({ latest: version, versions }, null, 2)}\n`);
  return versions;
}
