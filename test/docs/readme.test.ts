import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { usageOf } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { CATALOGUE, catalogueEntry, isCode } from "../../src/diagnostics/catalogue.ts";
import type { DiagnosticKind } from "../../src/diagnostics/catalogue-entry.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";
import { wordsOf } from "../support/session.ts";

/**
 * What the README shows is what the tool prints. `POC_UPDATE=1 npx vitest run test/docs` writes the README anew.
 *
 * A block ```console after a comment `<!-- poc: now=… folder=… -->` is a session on that example; the blocks of one
 * folder follow on each other.
 */

const root = join(import.meta.dirname, "../..");
const readme = join(root, "README.md");
const update = process.env["POC_UPDATE"] === "1";

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

const BLOCK = /<!-- poc: now=(\S+) folder=(\S+) -->\n```console\n([\s\S]*?)```/g;

async function rerun(text: string): Promise<string> {
  const disks = new Map<string, Disk>();
  let result = "";
  let at = 0;
  for (const match of text.matchAll(BLOCK)) {
    const [whole, now = "", folder = "", body = ""] = match;
    const disk = disks.get(folder) ?? (folder === "none" ? new Map<string, string>() : load(folder, now));
    disks.set(folder, disk);
    const lines: string[] = [];
    for (const line of body.split("\n").filter((candidate) => candidate.startsWith("$ "))) {
      const { stdout, stderr, exitCode } = await run(wordsOf(line.slice(2)).slice(1), world({ disk, now }));
      lines.push(
        line,
        ...`${stdout}${stderr}`
          .trimEnd()
          .split("\n")
          .map((printed) => printed.trimEnd()),
        ...(exitCode === 0 ? [] : [`(exit ${exitCode})`]),
        "",
      );
    }
    result += `${text.slice(at, match.index)}<!-- poc: now=${now} folder=${folder} -->\n\`\`\`console\n${lines.join("\n").trimEnd()}\n\`\`\``;
    at = match.index + whole.length;
  }
  return result + text.slice(at);
}

const EXIT: Readonly<Record<DiagnosticKind, number>> = { records: 3, breach: 1, due: 4 };

function codeTable(): string {
  const rows = Object.keys(CATALOGUE)
    .filter(isCode)
    .map((code) => {
      const { severity, kind, title } = catalogueEntry(code);
      return `| <a id="${code}"></a>\`${code}\` | ${severity} | ${EXIT[kind]} | ${title} |`;
    });
  return ["| code | severity | exit | what is wrong |", "|---|---|---|---|", ...rows].join("\n");
}

function commandTable(): string {
  return [
    "| command | what it does |",
    "|---|---|",
    ...COMMANDS.map((command) => `| \`poc ${usageOf(command)}\` | ${command.summary} |`),
  ].join("\n");
}

function section(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  expect(from, `the README has no section ${name}`).toBeGreaterThan(0);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

test("every example of the README prints what the README says", async () => {
  const text = readFileSync(readme, "utf8");
  const fresh = section(section(await rerun(text), "codes", codeTable()), "commands", commandTable());
  if (update) writeFileSync(readme, fresh);
  expect([...text.matchAll(BLOCK)].length).toBeGreaterThanOrEqual(3);
  expect(update ? fresh : text).toBe(fresh);
});
