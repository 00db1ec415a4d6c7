import { addDecimals, decimal } from "../../domain/scalars/decimal.ts";
import { CaseCollector, type Figure } from "../case-collector.ts";
import { readDoubleDecimal } from "../exact-decimal.ts";
import type { Format, ImportFile, Reader } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap, JsonNumber, type Json } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOf } from "../moment.ts";
import { isZip, zipTexts } from "../zip/read-zip.ts";

/** What a sample may have besides its scores. */
const TIME = "working_time_s";
const CONVERT = "write it as JSON: inspect log convert --to json --output-dir out FILE.eval";

/** A log of Inspect AI: one JSON document, or the archive that ends in .eval. */
export const inspect: Format = {
  name: "inspect",
  title: "Inspect log",
  detect({ text, bytes, name }) {
    if (isZip(bytes)) return /\.eval$/i.test(name) || text.includes("_journal/") ? 0.95 : 0;
    return /"eval"\s*:\s*\{/.test(text) && /"status"\s*:/.test(text) && /"(?:task_id|run_id|task)"\s*:/.test(text)
      ? 0.9
      : 0;
  },
  read(file) {
    const { header, samples } = logOf(file);
    const version = header.number("version");
    if (version !== undefined && version !== 2)
      throw new ImportFault(`it is a log of version ${version}, expected version 2`, { hint: CONVERT });
    const about = header.map("eval");
    if (about === undefined) throw new ImportFault("found no eval in it");
    if (samples.length === 0)
      throw new ImportFault("it has no samples, only figures", {
        hint: "log the samples: inspect eval --log-samples; without them nothing can be counted or paired",
      });
    return readSamples(header, about, samples);
  },
};

function logOf(file: ImportFile): { readonly header: JsonMap; readonly samples: readonly JsonMap[] } {
  const bytes = file.bytes();
  if (!isZip(bytes)) {
    const root = mapOf(readJson(file.whole()));
    return { header: root, samples: root.maps("samples") };
  }
  const texts = zipTexts(bytes, (name) => name === "header.json" || /^samples\/.*\.json$/.test(name), CONVERT);
  const header = texts.get("header.json");
  if (header === undefined)
    throw new ImportFault("the archive has no header.json, so the run did not end", { hint: CONVERT });
  const samples = [...texts].filter(([name]) => name !== "header.json").map(([, text]) => mapOf(readJson(text)));
  return { header: mapOf(readJson(header)), samples };
}

function mapOf(value: Json): JsonMap {
  if (value instanceof JsonMap) return value;
  throw new ImportFault("found a list, expected the object of a log");
}

function readSamples(header: JsonMap, about: JsonMap, samples: readonly JsonMap[]): ReturnType<Reader> {
  const cases = new CaseCollector();
  const arm = about.text("model") ?? "";
  const partial = partialScorers(samples);
  let [cost, costs] = [decimal(0), 0];
  for (const sample of samples) {
    const id = sample.digits("id");
    const epoch = sample.digits("epoch") ?? "1";
    if (id === undefined) {
      cases.problem({ line: sample.line, message: "found a sample without an id" });
      continue;
    }
    const broke = sample.at("error") !== undefined;
    const figures: (readonly [string, Figure])[] = [];
    for (const [scorer, score] of sample.map("scores")?.fields ?? [])
      if (score instanceof JsonMap) figures.push(...scoreFigures(scorer, score.fields.get("value"), partial));
    const time = sample.number("working_time");
    if (time !== undefined) figures.push([TIME, time]);
    for (const usage of sample.map("model_usage")?.fields.values() ?? []) {
      const spent = usage instanceof JsonMap ? readDoubleDecimal(usage.digits("total_cost") ?? "") : undefined;
      if (spent === undefined) continue;
      cost = addDecimals(cost, spent);
      costs++;
    }
    cases.add({ line: sample.line, id, run: epoch, arm, broke, figures: broke ? [] : figures });
  }
  const created = about.text("created");
  const epochMs = created === undefined ? undefined : momentOf(created);
  if (created !== undefined && epochMs === undefined)
    cases.problem({ line: about.line, message: `found "${created.slice(0, 40)}" as the time of the run` });
  const status = header.text("status") ?? "unknown";
  const scorers = new Set(samples.flatMap((sample) => [...(sample.map("scores")?.fields.keys() ?? [])]));
  const [only, ...others] = scorers;
  const task = [about.text("run_id"), about.text("task_id")].filter(Boolean).join(" ");
  return {
    read: {
      kind: "cases",
      table: cases.table(
        (name) => name,
        Object.fromEntries([...scorers].map((name) => [name, "good"])),
        (name) => name !== TIME,
      ),
      lineOf: (row) => cases.lineOf(row),
      run: about.text("eval_id") ?? (task === "" ? undefined : task),
      epochMs,
      models: arm === "" ? new Map() : new Map([[arm, arm]]),
      main: others.length === 0 ? only : undefined,
      skipped: 0,
      cost: costs === 0 ? undefined : cost,
      notes: [
        ...(status === "success" ? [] : [`the run ended as "${status}", so cases may be missing`]),
        ...(header.flag("invalidated") === true ? ["the log was marked as invalid by its producer"] : []),
      ],
      leftOut: ["inputs", "targets", "messages", "answers"],
    },
    problems: cases.problems,
  };
}

/** Letters that Inspect writes for how an answer was graded: correct, incorrect, partly, no answer. */
const GRADES: ReadonlyMap<string, number> = new Map([
  ["C", 1],
  ["P", 0.5],
  ["I", 0],
  ["N", 0],
]);

/** Scorers that grade some answers as partly right: what they give is a number and no outcome. */
function partialScorers(samples: readonly JsonMap[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const sample of samples)
    for (const [scorer, score] of sample.map("scores")?.fields ?? [])
      if (score instanceof JsonMap && score.text("value") === "P") found.add(scorer);
  return found;
}

function scoreFigures(
  name: string,
  value: Json | undefined,
  partial: ReadonlySet<string>,
): readonly (readonly [string, Figure])[] {
  if (value instanceof JsonMap)
    return [...value.fields].flatMap(([key, inner]) => scoreFigures(`${name}.${key}`, inner, partial));
  if (typeof value === "boolean") return [[name, value]];
  // NaN is what Inspect writes for a sample that was not scored.
  if (value instanceof JsonNumber) return [[name, Number.isFinite(value.value) ? value.value : "broke"]];
  const grade = typeof value === "string" ? GRADES.get(value) : undefined;
  if (grade === undefined) return value === undefined || value === null ? [[name, "broke"]] : [];
  return [[name, partial.has(name) ? grade : grade === 1]];
}
