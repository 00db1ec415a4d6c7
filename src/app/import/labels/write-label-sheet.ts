import { labelSample } from "../../../domain/evidence/judges/label-sample.ts";
import { labelSheetCsv, labelSheetPage, type LabelSheet } from "../../../memo/page/label-sheet-page.ts";
import { isBaselineArm, type Eval } from "../../../domain/records/eval.ts";
import { nameHint } from "../../../domain/scalars/nearest.ts";
import { standingOf, type Standing } from "../../../domain/standing/standing.ts";
import { agreedEval } from "../../log/agreed-evals.ts";
import { asOf, located } from "../../poc/judge.ts";
import { openPoc } from "../../poc/open-poc.ts";
import type { Report } from "../../poc/report.ts";
import { RuleFault, UsageFault } from "../../ports/faults.ts";
import type { Context } from "../../ports/ports.ts";
import { armsWithCases, judgedCases, judgedCasesProblem } from "./judged-cases.ts";

export interface LabelSheetRequest {
  readonly directory: string | undefined;
  readonly eval: string;
  readonly arm: string | undefined;
  readonly sample: string;
  readonly seed: string | undefined;
}

export interface LabelSheetResult extends Report {
  readonly eval: string;
  /** The arm whose answers are to be labelled; "" where the result names none. */
  readonly arm: string;
  /** Relative to the PoC folder. */
  readonly files: readonly string[];
  readonly cases: number;
  /** How many there were to draw from, and of how many the judge said that they count. */
  readonly judged: { readonly x: number; readonly n: number };
  readonly seed: number;
}

const MOST_SAMPLED = 10_000;
const MOST_SEED = 4_294_967_295;
/** Fewer labels on one side say next to nothing about the judge. */
const FEWEST = 10;

/**
 * Draws a blind sheet from the cases of the latest result, and writes it as CSV and as a page to print. The seed is
 * made from the file of cases unless one is named, so that the same command draws the same sheet. A sheet that is there
 * already is never written over.
 *
 * @throws UsageFault, RuleFault, FileFault
 */
export async function writeLabelSheet(context: Context, request: LabelSheetRequest): Promise<LabelSheetResult> {
  const size = wholeOf("--sample", request.sample, FEWEST, MOST_SAMPLED);
  const poc = await openPoc(context, request.directory);
  const item = agreedEval(context, poc, request.eval);
  const standing = standingOf(poc.records, asOf(poc.records, context.clock, undefined));
  const arm = armToLabel(armsWithCases(poc, item.id), request, item, standing);
  const found = judgedCases(poc, item.id, await context.sha256(), { arm });
  if (typeof found === "string") throw new RuleFault(...judgedCasesProblem(found, item.id));
  const { cases, file } = found;
  const seed =
    request.seed === undefined
      ? Number.parseInt(file.sha256.slice(0, 8), 16)
      : wholeOf("--seed", request.seed, 0, MOST_SEED);
  const sample = labelSample(cases, Math.min(size, cases.length), seed);
  const sheet: LabelSheet = {
    eval: item.id,
    metric: item.metric ?? item.id,
    arm: found.arm,
    cases: sample,
    sheet: `${seed}-${file.sha256.slice(0, 12)}`,
  };
  const stem = `labels/${item.id}-${seed}`;
  const texts = [
    [`${stem}.csv`, labelSheetCsv(sheet)],
    [`${stem}.html`, labelSheetPage(sheet)],
  ] as const;
  const there = texts.filter(([path]) => poc.folder.kind(path) !== undefined).map(([path]) => path);
  if (there.length > 0)
    throw new RuleFault(
      `${there.join(" and ")} ${there.length === 1 ? "is" : "are"} there already; nothing was written`,
      "it may contain labels: fill it in, or draw another sheet with --seed",
    );
  const ofRecords = located(poc, poc.diagnostics);
  for (const [path, text] of texts) poc.folder.create(path, text);
  return {
    folder: poc.folder.path,
    standing,
    diagnostics: ofRecords,
    ofRecords,
    eval: item.id,
    arm: found.arm,
    files: texts.map(([path]) => path),
    cases: sample.length,
    judged: { x: cases.filter(({ counted }) => counted).length, n: cases.length },
    seed,
  };
}

/**
 * The arm that was named; else the one that the verdict of the eval is about, and never today's system beside others.
 *
 * @throws UsageFault where it has to be named
 */
function armToLabel(
  arms: readonly string[],
  { arm: typed, eval: id }: LabelSheetRequest,
  item: Eval,
  { evals }: Standing,
): string | undefined {
  const choice = arms.map((arm) => `--arm ${arm}`).join(" or ");
  if (typed !== undefined && arms.length > 0 && !arms.includes(typed))
    throw new UsageFault(
      `--arm: no arm of ${item.id} with cases is called "${typed.slice(0, 60)}"`,
      nameHint(typed, arms, `write ${choice}`),
    );
  if (typed !== undefined || arms.length < 2) return typed ?? arms[0];
  const judged = evals.find((one) => one.eval.id === item.id)?.judged?.result.arm;
  if (judged !== undefined && arms.includes(judged)) return judged;
  const [only, ...others] = arms.filter((arm) => !isBaselineArm(item, arm));
  if (only !== undefined && others.length === 0) return only;
  throw new UsageFault(`${id} has the cases of several arms, and a sheet has those of one`, `add ${choice}`);
}

function wholeOf(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text.trim()) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new UsageFault(
    `${flag}: found "${text.slice(0, 40)}", expected a whole number from ${least} to ${most}`,
    flag === "--sample" ? "50 to 100 labels show how good a judge is" : undefined,
  );
}
