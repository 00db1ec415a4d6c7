// Writes THIRD_PARTY_NOTICES.md from the licences of the packages that are in the bundle; with --check, only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateProducts, modulesOf, root } from "./bundle.mjs";

const ALLOWED = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "0BSD",
  "MPL-2.0",
]);
/** Licences that want those who get the command to know where its source is. Such packages are bundled unchanged. */
const NAMES_SOURCE = new Set(["MPL-2.0"]);
const file = join(root, "THIRD_PARTY_NOTICES.md");

const folders = modulesOf(await generateProducts())
  .map(packageFolder)
  .filter((folder) => folder !== undefined);
const packages = [...new Set(folders)].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
const refused = packages.filter(({ license }) => !ALLOWED.has(license));
if (refused.length > 0) {
  for (const { name, version, license } of refused)
    console.error(`${name} ${version}: licence ${license} is not among those we ship`);
  process.exit(1);
}

const text = `# Third-party notices

The command in \`dist/\` contains code of these packages, each under its own licence.

${packages.map(section).join("\n")}`;
if (process.argv.includes("--check")) {
  const current = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (current !== text) {
    console.error("THIRD_PARTY_NOTICES.md is out of date: run node scripts/third-party-notices.mjs");
    process.exit(1);
  }
} else {
  writeFileSync(file, text);
}
console.log(`${packages.length} packages: ${packages.map(({ name }) => name).join(", ")}`);

function packageFolder(module) {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module);
  return match?.[1];
}

function describe(folder) {
  const { name, version, license, repository } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licenceFile = readdirSync(folder).find((entry) => /^licen[cs]e(-[a-z]+)?(\.|$)/i.test(entry));
  if (licenceFile === undefined) throw new Error(`${name} ships no licence text`);
  const source = NAMES_SOURCE.has(license) ? sourceOf(name, version, repository) : "";
  const text = readFileSync(join(folder, licenceFile), "utf8").trim();
  return { name, version, license: String(license), source, text };
}

function sourceOf(name, version, repository) {
  const url = String(repository?.url ?? "")
    .replace(/^git\+/, "")
    .replace(/\.git$/, "");
  if (!url.startsWith("https://")) throw new Error(`${name} does not say where its source is`);
  return `No line of it was changed. Its source code: <${url}>, version ${version}.\n\n`;
}

function section({ name, version, license, source, text }) {
  return `## ${name} ${version} (${license})\n\n${source}\`\`\`text\n${text.replace(/\r\n/g, "\n")}\n\`\`\`\n`;
}
