import { lstatSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { run, type Outcome } from "./subject.ts";

/**
 * What `poc log` promises: when it exits 0, the entry is on the disk, readable, and stays; when it does not, nothing
 * that was there before has changed. And never is there an entry that is half written.
 */

/** Content by name, of every file below a folder. */
export type Snapshot = ReadonlyMap<string, string>;

export function snapshot(folder: string): Snapshot {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (lstatSync(join(folder, name)).isFile()) files.set(name, readFileSync(join(folder, name), "latin1"));
  }
  return files;
}

export interface Attempt {
  readonly folder: string;
  readonly before: Snapshot;
  /** Stands in the note of the entry and nowhere else. */
  readonly marker: string;
  readonly outcome: Outcome;
  /** Killed from outside, as against ended by itself. */
  readonly killed: boolean;
  /** Removing was what failed, so a temporary file may be left. */
  readonly mayLeaveTemporary?: boolean;
  /** Whether `poc check` is asked to read everything too, which takes a process; by default it is. */
  readonly readBack?: boolean;
}

/** What was broken, in words; none where the promise holds. */
export async function brokenPromises(attempt: Attempt): Promise<readonly string[]> {
  const { folder, before, marker, outcome, killed } = attempt;
  const after = snapshot(folder);
  const added = [...after].filter(([name]) => !before.has(name));
  const temporary = added.filter(([name]) => isTemporary(name));
  const entries = added.filter(([name]) => !isTemporary(name));
  const broken: string[] = [];
  for (const [name, text] of before)
    if (after.get(name) !== text) broken.push(`${name} ${after.has(name) ? "changed" : "is gone"}`);
  for (const [name, text] of entries)
    if (!isComplete(name, text, marker)) broken.push(`${name} is not a complete entry: ${JSON.stringify(text)}`);
  if (entries.length > 1) broken.push(`there are ${entries.length} new entries`);
  if (!killed) broken.push(...brokenByEnding(outcome, entries.length));
  if (!killed && attempt.mayLeaveTemporary !== true && temporary.length > 0)
    broken.push(`left ${temporary.map(([name]) => name).join(", ")}`);
  if (attempt.readBack !== false) broken.push(...(await brokenReading(folder)));
  return broken;
}

async function brokenReading(folder: string): Promise<readonly string[]> {
  const { code, out, err } = await run(folder, ["check", "--fail-on", "never"]);
  return code === 0 ? [] : [`poc check ended with ${code}: ${out}${err}`];
}

function brokenByEnding({ code, signal, out, err }: Outcome, entries: number): string[] {
  if (code === 0) return entries === 1 ? [] : ["exit 0, but there is no entry"];
  const broken: string[] = [];
  const admits = err.includes("may have been written");
  if (entries > 0 && !admits) broken.push(`exit ${code ?? signal}, but the entry is there`);
  if (code !== 3) broken.push(`exit ${code ?? signal} where the disk failed`);
  if (out !== "") broken.push(`wrote to standard output: ${JSON.stringify(out)}`);
  if (err.trim() === "" || /\n\s+at /.test(err)) broken.push(`said ${JSON.stringify(err)}`);
  return broken;
}

function isTemporary(name: string): boolean {
  return /(^|\/)\.tmp-[^/]*$/.test(name);
}

function isComplete(name: string, text: string, marker: string): boolean {
  return /^log\/[^/]+\.yaml$/.test(name) && text.includes(marker) && text.endsWith("\n");
}

/** Names of entries whose text holds `marker`. */
export function entriesWith(folder: string, marker: string): readonly string[] {
  return [...snapshot(folder)]
    .filter(([name, text]) => name.startsWith("log/") && !isTemporary(name) && text.includes(marker))
    .map(([name]) => name);
}
