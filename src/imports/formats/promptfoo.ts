import { CaseCollector, type Figure } from "../case-collector.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format, ImportFile, ReadCases, ReadOptions } from "../format.ts";
import { ImportFault, type ImportProblem } from "../import-problem.ts";
import { JsonMap, sortedJson } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { Fingerprints } from "../text/fingerprints.ts";
import { textLines } from "../text/text-lines.ts";
import { GrowingNumbers, linePieces, PackedTexts, sortedTexts } from "../../domain/evidence/cases/packed-texts.ts";
import { addDecimals, decimal } from "../../domain/scalars/decimal.ts";
import { momentOf } from "../moment.ts";

/** Results of promptfoo: one document with the run around them, or a line for each. */
export const promptfoo: Format = {
  name: "promptfoo",
  title: "promptfoo results",
  detect({ text }) {
    if (/"evalId"\s*:/.test(text) && /"results"\s*:\s*\{/.test(text)) return 0.95;
    if (/"results"\s*:\s*\{\s*"version"\s*:\s*\d/.test(text)) return 0.9;
    return /^\s*\{/.test(text) && /"promptIdx"\s*:/.test(text) && /"testIdx"\s*:/.test(text) ? 0.9 : 0;
  },
  read(file, options) {
    const first = firstLine(file);
    const lines = first instanceof JsonMap && first.at("promptIdx") !== undefined;
    return lines ? readLines(file, options) : readDocument(file, options);
  },
};

/** The first line where it is a JSON object of its own. */
function firstLine(file: ImportFile): JsonMap | undefined {
  for (const { line, text } of textLines(file.text())) {
    if (!text.trimStart().startsWith("{") || !text.trimEnd().endsWith("}")) return undefined;
    const value = readJson(text, line);
    return value instanceof JsonMap ? value : undefined;
  }
  return undefined;
}

function readLines(file: ImportFile, options: ReadOptions) {
  const run = new Results(options);
  for (const { line, text } of textLines(file.text())) {
    const value = readJson(text, line);
    if (value instanceof JsonMap) run.add(value, line);
    else run.cases.problem({ line, message: "found a line that is not an object, expected a result on each line" });
  }
  return run.read(undefined, undefined);
}

function readDocument(file: ImportFile, options: ReadOptions) {
  const root = readJson(file.whole());
  if (!(root instanceof JsonMap)) throw new ImportFault("found a list, expected the object that promptfoo writes");
  const results = root.map("results");
  if (results?.at("table") !== undefined || results?.number("version") === 2)
    throw new ImportFault("it is of version 2, as promptfoo wrote results before 2025", {
      line: results?.line,
      hint: "export it again with a current promptfoo: npx promptfoo export eval EVAL_ID -o out.json",
    });
  const rows = results?.maps("results") ?? [];
  if (results === undefined || rows.length === 0)
    throw new ImportFault("found no results", { hint: "a run that ended before its first test has none" });
  const run = new Results(options);
  for (const row of rows) run.add(row, row.line);
  const written = results.text("timestamp") ?? root.text("metadata", "evaluationCreatedAt");
  const at = written === undefined ? undefined : momentOf(written);
  if (written !== undefined && at === undefined)
    run.cases.problem({ line: results.line, message: `found "${written.slice(0, 40)}" as the time of the run` });
  return run.read(root.text("evalId"), at);
}

/** Why a test had its outcome, by `failureReason`. */
const BROKE = 2;

class Results {
  readonly cases = new CaseCollector();
  readonly #sha256: ReadOptions["sha256"];
  #ids = new PackedTexts();
  /** By arm and case: the number of its count in `#tests`. */
  #counts = new Fingerprints();
  /** How many tests a case has so far. */
  readonly #tests = new GrowingNumbers(new Uint32Array(256));
  /** By arm, case and test. */
  #seen = new Fingerprints();
  /** Prompts of a provider: if there are several, each is an arm. */
  readonly #prompts = new Map<string, Set<string>>();
  readonly #models = new Map<string, string>();
  #unasserted = 0;
  #cached = 0;
  #cost = decimal(0);
  #costs = 0;

  constructor({ sha256 }: ReadOptions) {
    this.#sha256 = sha256;
  }

  add(row: JsonMap, line: number): void {
    const success = row.flag("success");
    const provider = row.text("provider") ?? (row.text("provider", "label") || row.text("provider", "id"));
    const vars = row.at("vars");
    if (success === undefined || provider === undefined || row.at("testIdx") === undefined)
      return this.cases.problem({ line, message: "found a result without success, provider and testIdx" });
    const own = row.digits("testCase", "metadata", "id") ?? row.digits("metadata", "id");
    const id = own ?? this.#sha256(sortedJson(vars ?? null)).slice(0, 12);
    const prompt = `prompt ${Number(row.digits("promptIdx") ?? 0) + 1}`;
    const arm = JSON.stringify([provider, prompt]);
    const prompts = this.#prompts.get(provider) ?? new Set();
    this.#prompts.set(provider, prompts.add(prompt));
    const model = row.text("provider", "id");
    if (model !== undefined) this.#models.set(arm, model);
    const test = row.digits("testIdx") ?? "";
    if (row.text("id") !== undefined) this.#ids.push(row.text("id")!);
    // A repeat is a test of its own with the same variables; the same test twice is a retried one.
    const key = `${arm}\n${id}`;
    const count = this.#counts.see(key, this.#tests.length)?.number ?? this.#tests.push(0);
    if (this.#seen.see(`${key}\n${test}`, 0) === undefined) this.#tests.list[count]!++;
    const run = String(this.#tests.list[count]);
    const broke = row.number("failureReason") === BROKE || (row.text("error") !== undefined && !gradedAt(row));
    if (!broke && success && row.text("gradingResult", "reason") === "No assertions") {
      this.#unasserted++;
      return;
    }
    this.cases.add({ line, id, run, arm, broke, figures: broke ? [] : this.#figures(row, success, line) });
    this.#addCost(row, line);
  }

  #figures(row: JsonMap, success: boolean, line: number): readonly (readonly [string, Figure])[] {
    const figures: (readonly [string, Figure])[] = [["passed", success]];
    const score = row.number("score");
    if (score !== undefined) figures.push(["score", score]);
    for (const [name, value] of row.map("namedScores")?.fields ?? []) {
      const number = row.number("namedScores", name);
      figures.push([name, number === undefined || value === null ? "broke" : number]);
    }
    // An answer from the cache took no time and cost nothing, which says nothing of the model.
    if (row.flag("response", "cached") === true) {
      this.#cached++;
      return figures;
    }
    for (const [name, key] of [
      ["latency_ms", "latencyMs"],
      ["cost_usd", "cost"],
    ] as const) {
      const value = row.number(key);
      if (value === undefined) continue;
      if (value < 0) this.cases.problem({ line, message: `found ${value} as ${key}, expected zero or more` });
      figures.push([name, value]);
    }
    return figures;
  }

  #addCost(row: JsonMap, line: number): void {
    const digits = row.digits("cost");
    if (digits === undefined) return;
    const cost = readDoubleDecimal(digits);
    if (cost === undefined || cost.digits < 0n)
      return this.cases.problem({ line, message: `found "${digits.slice(0, 40)}" as cost, expected zero or more` });
    this.#cost = addDecimals(this.#cost, cost);
    this.#costs++;
  }

  read(
    evalId: string | undefined,
    epochMs: number | undefined,
  ): { read: ReadCases; problems: readonly ImportProblem[] } {
    const name = (arm: string) => this.#armName(arm);
    const run =
      evalId ?? (this.#ids.length === 0 ? undefined : this.#sha256(linePieces(sortedTexts(this.#ids))).slice(0, 16));
    // All rows are there, and the table needs the room.
    this.#ids = new PackedTexts();
    this.#counts = new Fingerprints();
    this.#seen = new Fingerprints();
    return {
      read: {
        kind: "cases",
        table: this.cases.table(name, { passed: "good", score: "good" }, (column) => column === "score"),
        lineOf: (row) => this.cases.lineOf(row),
        run,
        epochMs,
        models: new Map([...this.#models].map(([arm, model]) => [name(arm), model])),
        main: "passed",
        skipped: this.#unasserted,
        cost: this.#costs === 0 ? undefined : this.#cost,
        notes: [
          ...(this.#unasserted === 0
            ? []
            : [`${this.#unasserted} without assertions are left out, because they always pass`]),
          ...(this.#cached === 0
            ? []
            : [`${this.#cached} answers came from the cache: their latency and cost are left out`]),
        ],
        leftOut: ["prompts", "answers", "variables", "the configuration"],
      },
      problems: this.cases.problems,
    };
  }

  /** The provider; with its prompt where it was run with several. */
  #armName(arm: string): string {
    const [provider = "", prompt = ""] = readPair(arm);
    return (this.#prompts.get(provider)?.size ?? 1) > 1 ? `${provider} ${prompt}` : provider;
  }
}

function readPair(arm: string): readonly string[] {
  const pair: unknown = JSON.parse(arm);
  return Array.isArray(pair) ? pair.map(String) : [];
}

/** Whether an assertion failed: promptfoo writes that as an error, but the case did not break. */
function gradedAt(row: JsonMap): boolean {
  return row.map("gradingResult") !== undefined && row.number("failureReason") !== BROKE;
}
