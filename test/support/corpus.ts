import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runPolicy } from "../../src/checks/registry.ts";
import type { Code } from "../../src/diagnostics/catalogue.ts";
import type { LocatedDiagnostic } from "../../src/diagnostics/diagnostic.ts";
import { locate } from "../../src/document/places/locate.ts";
import { fullRecords } from "../../src/document/reading/read-records.ts";
import { fullReader } from "../../src/document/reading/full-reader.ts";
import type { SourceFile } from "../../src/document/yaml/source-file.ts";
import { parseDate } from "../../src/domain/scalars/calendar.ts";
import { dateIn, endOfDay, parseInstant } from "../../src/domain/scalars/instant.ts";
import { standingOf, type Standing } from "../../src/domain/standing/standing.ts";
import type { Records } from "../../src/domain/records/records.ts";
import { systemZones } from "../../src/platform/host/zones.ts";
import type { AsOf } from "../../src/domain/standing/as-of.ts";

const CORPUS = join(import.meta.dirname, "../corpus");

/** What `case.json` of a folder in a corpus says. */
interface CaseFile {
  /** The day as whose end it is judged, or a moment. */
  readonly asOf: string;
  /** Judged by a clock that shows that moment, and not as of another day. */
  readonly now?: boolean;
  /** The silent case that this one changes: its files are taken unless the folder holds them. */
  readonly on?: string;
  /** Files of that case that are not there. */
  readonly without?: readonly string[];
  /** Files that could not be read, and why. */
  readonly faults?: Readonly<Record<string, Code>>;
}

export interface CorpusCase {
  readonly name: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  readonly standing: Standing;
}

export function corpusNames(corpus: "ok" | "bad"): readonly string[] {
  return readdirSync(join(CORPUS, corpus)).sort();
}

/** Reads a folder of a corpus as the program would, and judges it. */
export function corpusCase(corpus: "ok" | "bad", name: string): CorpusCase {
  const folder = join(CORPUS, corpus, name);
  const said = caseFile(folder);
  const files = filesOf(folder, said);
  const sources = [...files].map(([file, bytes]): SourceFile => ({ name: file, bytes }));
  const faults = Object.entries(said.faults ?? {}).map(([file, code]): SourceFile => ({
    name: file,
    fault: { code, message: `${file} cannot be read` },
  }));
  const memos = sources
    .map((source) => source.name)
    .filter((file) => file.startsWith("memos/"))
    .map((file) => file.slice("memos/".length));
  const records = sources.filter(({ name: file }) => !file.startsWith("memos/") && said.faults?.[file] === undefined);
  const reading = fullRecords({ files: [...records, ...faults], zoneOf: systemZones({}).zone, memos }, fullReader);
  const standing = standingOf(reading.records, moment(said, reading.records));
  const diagnostics = [...reading.diagnostics, ...runPolicy(standing)].map((diagnostic) =>
    locate(reading.sources, diagnostic),
  );
  return { name, diagnostics, standing };
}

/** One line for each diagnostic, as in `expected.txt`: `evals.yaml:3:11 eval-not-met`. */
export function diagnosticLines(diagnostics: readonly LocatedDiagnostic[]): readonly string[] {
  const line = ({ code, location: { file, span } }: LocatedDiagnostic) => `${file}:${span.line}:${span.column} ${code}`;
  return diagnostics.map(line).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

export function expectedLines(name: string): readonly string[] {
  return readFileSync(join(CORPUS, "bad", name, "expected.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function caseFile(folder: string): CaseFile {
  return JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as CaseFile;
}

function filesOf(folder: string, said: CaseFile): ReadonlyMap<string, Uint8Array> {
  const base = said.on === undefined ? undefined : join(CORPUS, "ok", said.on);
  const files = new Map(base === undefined ? [] : filesOf(base, caseFile(base)));
  for (const name of said.without ?? []) {
    if (!files.delete(name)) throw new Error(`${folder}: there is no ${name} to leave out`);
  }
  for (const subfolder of ["", "log/", "memos/"]) {
    if (!existsSync(join(folder, subfolder))) continue;
    for (const item of readdirSync(join(folder, subfolder), { withFileTypes: true })) {
      if (item.isFile() && !["case.json", "expected.txt"].includes(item.name))
        files.set(subfolder + item.name, readFileSync(join(folder, subfolder, item.name)));
    }
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function moment({ asOf, now = false }: CaseFile, { zone }: Records): AsOf {
  const instant = parseInstant(asOf);
  if (instant.ok) return { epochMs: instant.value.epochMs, date: dateIn(zone, instant.value.epochMs), now };
  const day = parseDate(asOf);
  if (!day.ok) throw new Error(`asOf: ${asOf} is neither a day nor a moment`);
  return { epochMs: endOfDay(zone, day.value), date: day.value, now };
}
