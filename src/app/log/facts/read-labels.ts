import { encodingFault, isRawFault, LARGEST_RAW_FILE, readRawFile } from "../../../document/raw/raw-file.ts";
import type { RawCell } from "../../../document/raw/raw-table.ts";
import { decodeUtf8 } from "../../../document/yaml/source-text.ts";
import { labelSample } from "../../../domain/evidence/judges/label-sample.ts";
import { outcomeWord } from "../../../domain/evidence/columns/outcome-words.ts";
import { MEASURES } from "../../../domain/evidence/measures/measures.ts";
import type { Labelling } from "../../../domain/records/evals/result.ts";
import type { Eval } from "../../../domain/records/eval.ts";
import { judgedCases, judgedCasesProblem, type JudgedCases } from "../../import/labels/judged-cases.ts";
import type { OpenPoc } from "../../poc/open-poc.ts";
import { FileFault } from "../../ports/faults.ts";
import type { Context, Sha256 } from "../../ports/ports.ts";
import { pair, type FlagProblems } from "./flag-problems.ts";
import { recordedName } from "./read-values.ts";

/** Rows that are named before the rest is only counted. */
const MOST_NAMED = 5;

interface LabelContext {
  readonly poc: OpenPoc;
  readonly evals: readonly Eval[];
  readonly arm: string | undefined;
  readonly sha256: Sha256;
}

/** Reads `right-rate=@labels/right-rate-2026.csv`: the sheet that a person filled in, compared with its cases. */
export function readLabels(
  context: Context,
  text: string,
  { poc, evals, arm, sha256 }: LabelContext,
  problems: FlagProblems,
): Labelling | undefined {
  const [typed, rest] = pair(text) ?? [text.trim(), ""];
  const ids = evals.map(({ id }) => id);
  const id = problems.known("--labels", typed, ids, "eval", "evals.yaml");
  const item = evals.find((one) => one.id === id);
  if (item === undefined) return undefined;
  const flag = `--labels ${item.id}`;
  if (!rest.startsWith("@"))
    return problems.add(flag, "found no file", `write --labels ${item.id}=@labels/${item.id}.csv, with the @`);
  if (MEASURES[item.measure].writtenIn !== "share")
    return problems.add(
      flag,
      `${item.id} is a ${item.measure}`,
      "labels are for evals whose cases count or do not count",
    );
  const path = rest.slice(1).trim();
  const read = readSheet(context, path, flag, problems);
  if (read === undefined) return undefined;
  const found = judgedCases(poc, item.id, sha256, { arm: arm ?? read.arm, file: read.of });
  if (typeof found === "string") return problems.add(flag, ...judgedCasesProblem(found, item.id));
  const refuse: Refuse = (message, hint) => problems.add(flag, `${path}${message}`, hint);
  const counts = countLabels(item, read, found, refuse);
  if (counts === undefined) return undefined;
  const other = undrawn(item.id, read, found);
  if (other !== undefined) return refuse(...other);
  const { said, unlabelled } = counts;
  return {
    eval: item.id,
    arm: found.arm,
    judged: { x: found.cases.filter(({ counted }) => counted).length, n: found.cases.length },
    said,
    file: recordedName(context, poc.folder, path),
    sha256: sha256(read.text),
    of: found.file.sha256,
    ...(read.seed === undefined ? {} : { seed: read.seed }),
    ...(unlabelled === 0 ? {} : { unlabelled }),
  };
}

interface Sheet {
  readonly text: string;
  readonly cases: readonly RawCell[];
  readonly labels: readonly RawCell[];
  /** As the sheet says it; undefined where the column is gone. */
  readonly seed: number | undefined;
  readonly of: string | undefined;
  /** Whose answers were labelled, as the sheet says it: several arms may share a file of cases. */
  readonly arm: string | undefined;
}

function readSheet(context: Context, path: string, flag: string, problems: FlagProblems): Sheet | undefined {
  let bytes: Uint8Array;
  try {
    bytes = context.files.readNamed(path, LARGEST_RAW_FILE);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return problems.add(flag, error.message, "the path starts at the current directory");
  }
  const text = decodeUtf8(bytes);
  const raw = text === undefined ? encodingFault(bytes) : readRawFile(path, text);
  if (isRawFault(raw))
    return problems.add(flag, `${path}${raw.line === undefined ? "" : `:${raw.line}`}: ${raw.message}`, raw.hint);
  const [cases, labels] = [raw.column("case"), raw.column("label")];
  if (cases === undefined || labels === undefined)
    return problems.add(
      flag,
      `${path}: found the columns ${raw.columns.join(", ")}, expected case and label`,
      "keep the heading of the sheet: case,label,note,sheet",
    );
  const [, seed, of] = /^(\d{1,10})-([0-9a-f]{12})$/.exec(raw.column("sheet")?.[0]?.text ?? "") ?? [];
  const arm = raw.column("arm")?.[0]?.text;
  return { text: text!, cases, labels, seed: seed === undefined ? undefined : Number(seed), of, arm };
}

/**
 * Why the rows of a sheet are not those that its seed draws, or undefined. Cases that a person chose, or a sheet of
 * which rows were taken out, would show a judge that is right where the person looked.
 */
function undrawn(
  id: string,
  { cases, seed }: Sheet,
  { cases: judged }: JudgedCases,
): readonly [message: string, hint: string] | undefined {
  const size = cases.length;
  const again = (by: number | string) => `draw a sheet, and label that: poc cases ${id} --sample ${by}`;
  if (seed === undefined)
    return [": the column sheet does not say how the cases were drawn", `keep the column as it is, or ${again(size)}`];
  const drawn = new Set(labelSample(judged, size, seed));
  const others = cases.filter(({ text = "" }) => !drawn.has(text));
  if (others.length === 0) return undefined;
  return [
    `: ${others.length} of ${size} rows are not among the ${size} cases that seed ${seed} draws`,
    `keep every row of the sheet, and leave the cell empty if it cannot be told; or ${again(`${size} --seed ${seed}`)}`,
  ];
}

type Refuse = (message: string, hint: string) => undefined;

function countLabels(
  { better }: Eval,
  { cases, labels }: Sheet,
  { cases: judged, broken }: JudgedCases,
  refuse: Refuse,
): (Pick<Labelling, "said"> & { readonly unlabelled: number }) | undefined {
  const byJudge = new Map(judged.map(({ id, counted }) => [id, counted]));
  const said = { both: 0, judge: 0, person: 0, neither: 0 };
  const seen = new Map<string, number>();
  const faults: (readonly [message: string, hint: string])[] = [];
  let unlabelled = 0;
  for (const [index, { line, text: id = "" }] of cases.entries()) {
    const label = labels[index]?.text?.trim() ?? "";
    const before = seen.get(id);
    const judge = byJudge.get(id);
    const fault = (message: string, hint: string) => faults.push([`:${line}: ${message}`, hint]);
    if (before !== undefined) {
      fault(`case "${id.slice(0, 60)}" was labelled on line ${before} already`, "keep one of the two rows");
      continue;
    }
    seen.set(id, line);
    if (broken.has(id)) fault(`case "${id.slice(0, 60)}" broke, so the judge did not see it`, "remove its row");
    else if (judge === undefined)
      fault(`no case is called "${id.slice(0, 60)}"`, "keep the ids of the sheet as they are");
    else if (label === "") unlabelled++;
    else {
      const word = outcomeWord(label);
      if (word === undefined) {
        fault(
          `"${label.slice(0, 40)}" is not a label`,
          "write yes or no, or leave the cell empty if it cannot be told",
        );
        continue;
      }
      const [kind, value] = word;
      const person = kind === "there" ? value : value === (better === "higher");
      said[judge ? (person ? "both" : "judge") : person ? "person" : "neither"]++;
    }
  }
  for (const [message, hint] of faults.slice(0, MOST_NAMED)) refuse(message, hint);
  if (faults.length > MOST_NAMED)
    refuse(`: ${faults.length - MOST_NAMED} more rows have such problems`, "fix these first");
  if (faults.length > 0) return undefined;
  if (said.both + said.judge + said.person + said.neither === 0)
    return refuse(": no row has a label", "write yes or no in the column label");
  return { said, unlabelled };
}
