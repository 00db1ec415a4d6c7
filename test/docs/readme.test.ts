import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { usageOf } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";
import { wordsOf } from "../support/session.ts";
import { withSection } from "./section.ts";

/**
 * What README, guide and reference show is what the tool does. `POC_UPDATE=1 npx vitest run test/docs` writes them anew.
 *
 * A block ```console after a comment `<!-- poc: now=… folder=… -->` is a session in that folder: its lines after `$` are
 * run, and what they print is what the page shows. A block ```sh after `<!-- poc: typed now=… folder=… -->` is typed by
 * a person and shows no output: every line of it has to succeed. The blocks of one folder of a page follow on each
 * other; a folder begins as the example of its name, or empty.
 */

const root = join(import.meta.dirname, "../..");
const update = process.env["POC_UPDATE"] === "1";
const PAGES = ["README.md", "docs/guide.md", "docs/reference.md"];

/** The example as it lay on the disk at `now`: what was written later is not there yet. */
function load(folder: string, now: string): Disk {
  const moment = `${now.slice(0, 10)}-${now.slice(11, 13)}${now.slice(14, 16)}`;
  const disk: Disk = new Map();
  const from = join(root, "examples", folder);
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    if (/^\d{4}-\d{2}-\d{2}-\d{4}/.test(entry.name) && entry.name.slice(0, 15) > moment) continue;
    if (entry.parentPath.endsWith("memos")) continue;
    const path = join(entry.parentPath, entry.name);
    disk.set(POC + path.slice(from.length), readFileSync(path, "utf8"));
  }
  return disk;
}

const BLOCK = /<!-- poc: (typed )?now=(\S+) folder=(\S+) -->\n```(?:console|sh)\n([\s\S]*?)```/g;

/** A folder of the page as its blocks leave it. */
interface Place {
  readonly disk: Disk;
  readonly cwd: string;
}

function placeOf(folder: string, now: string): Place {
  return existsSync(join(root, "examples", folder))
    ? { disk: load(folder, now), cwd: POC }
    : { disk: new Map(), cwd: "/work" };
}

async function rerun(text: string): Promise<string> {
  const places = new Map<string, Place>();
  let result = "";
  let at = 0;
  for (const match of text.matchAll(BLOCK)) {
    const [whole, typed, now = "", folder = "", body = ""] = match;
    const place = places.get(folder) ?? placeOf(folder, now);
    places.set(folder, typed === undefined ? place : await typeAll(body, now, place));
    const fresh =
      typed === undefined
        ? `<!-- poc: now=${now} folder=${folder} -->\n\`\`\`console\n${await sessionText(body, now, place)}\n\`\`\``
        : whole;
    result += text.slice(at, match.index) + fresh;
    at = match.index + whole.length;
  }
  return result + text.slice(at);
}

async function sessionText(body: string, now: string, { disk, cwd }: Place): Promise<string> {
  const lines: string[] = [];
  for (const line of body.split("\n").filter((candidate) => candidate.startsWith("$ "))) {
    const { stdout, stderr, exitCode } = await run(wordsOf(line.slice(2)).slice(1), world({ disk, now, cwd }));
    const printed = `${stdout}${stderr}`.trimEnd().split("\n");
    lines.push(line, ...printed.map((text) => text.trimEnd()));
    if (exitCode !== 0) lines.push(`(exit ${exitCode})`);
    lines.push("");
  }
  return lines.join("\n").trimEnd();
}

/** Types the lines of a block as a shell would take them, as far as the pages need: `export`, `cd`, `poc`, `\`, `#`. */
async function typeAll(body: string, now: string, start: Place): Promise<Place> {
  const { disk } = start;
  let { cwd } = start;
  let author: string | undefined;
  for (const line of body.replaceAll("\\\n", " ").split("\n")) {
    const [command, ...words] = wordsOf(line.replace(/\s+#[^"']*$/, ""));
    if (command === undefined) continue;
    if (command === "cd") cwd = `${cwd}/${words[0]}`;
    else if (command === "export") author = words[0]!.replace("POC_AUTHOR=", "");
    else {
      expect(command, line).toBe("poc");
      const env = author === undefined ? {} : { POC_AUTHOR: author };
      const { exitCode, stderr } = await run(words, world({ disk, now, cwd, env, author }));
      expect({ line, exitCode, stderr: exitCode === 0 ? "" : stderr }).toEqual({ line, exitCode: 0, stderr: "" });
    }
  }
  return { disk, cwd };
}

function commandTable(): string {
  return [
    "| command | what it does |",
    "|---|---|",
    ...COMMANDS.map((command) => `| \`poc ${usageOf(command)}\` | ${command.summary} |`),
  ].join("\n");
}

test.each(PAGES)("every example of %s prints what the page says", async (page) => {
  const path = join(root, page);
  const text = readFileSync(path, "utf8");
  const run = await rerun(text);
  const fresh = page === "docs/reference.md" ? withSection(run, "commands", commandTable()) : run;
  if (update) writeFileSync(path, fresh);
  expect(update ? fresh : text).toBe(fresh);
});

const readme = readFileSync(join(root, "README.md"), "utf8");

test.each(["2026-11-30T09:30:00+01:00", "2026-12-04T23:50:00+01:00", "2026-12-05T12:00:00+01:00"])(
  "the five minutes work on any day: %s",
  async (now) => {
    const [five] = [...readme.matchAll(BLOCK)].filter(([, typed]) => typed !== undefined);
    expect(await typeAll(five![4]!, now, placeOf("answers", now))).toHaveProperty("cwd", "/work/answers");
  },
);

test("the README is a page that somebody reads", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(250);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(readme).toContain(`npm i -g ./poc-${version}.tgz`);
});

test("every link of the pages leads to a file or a heading that is there", () => {
  const pages = ["README.md", "CONTRIBUTING.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  const broken = pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => {
      const text = readFileSync(join(root, page), "utf8");
      return [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
        .map((match) => match[1] ?? match[2]!)
        .filter((link) => !/^https?:/.test(link) && !leads(link, page, text))
        .map((link) => `${page}: ${link}`);
    });
  expect(broken).toEqual([]);
});

function leads(link: string, page: string, text: string): boolean {
  const [file = "", anchor] = link.split("#");
  const target = file === "" ? join(root, page) : join(root, dirname(page), file);
  if (!existsSync(target)) return false;
  if (anchor === undefined) return true;
  const there = file === "" ? text : readFileSync(target, "utf8");
  return there.includes(`<a id="${anchor}"></a>`) || headings(there).includes(anchor);
}

/** The anchors that a renderer of Markdown gives to headings. */
function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
