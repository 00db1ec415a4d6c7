import { caseFileText } from "../../document/raw/case-file-text.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { inOrder } from "../../domain/records/log.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { runPolicy } from "../../checks/registry.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { recordEntry, type LogResult } from "../log/record-entry.ts";
import { askedAuthor } from "../poc/author.ts";
import { optional } from "../../domain/scalars/optional.ts";
import { asOf, located } from "../poc/judge.ts";
import type { Report } from "../poc/report.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import { Cancelled, FileFault, UsageFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import type { ReadRun } from "./cases/case-drafts.ts";
import { baselinesOf, setBaselines, type SetBaseline } from "./baselines/set-baselines.ts";
import { isStored } from "./import-drafts.ts";
import { ImportProblems } from "./import-problems.ts";
import { namedRecipes, recipeJobs, saveRecipe, type ImportJob } from "./recipes/import-recipes.ts";
import { relativePath } from "../ports/relative-path.ts";
import type { ImportRequest } from "./import-request.ts";
import { writePrices } from "./price-changes.ts";
import { planImport, type ImportedDraft, type ImportPlan } from "./plan-import.ts";
import { printedBy, type CommandsShow } from "./recipes/recipe-commands.ts";

export interface ImportResult extends ImportPlan {
  /** The standing with everything that was stored. */
  readonly report: Report;
  /** The last entry that was stored, with the standing before the first; undefined where nothing was. */
  readonly stored: LogResult | undefined;
  readonly entries: readonly Entry[];
  /** Of `--as-baseline`: what is in evals.yaml now. */
  readonly baselines?: readonly SetBaseline[];
  readonly dryRun: boolean;
}

/** Called with the plan before a person is asked. */
export interface ImportShow {
  readonly plan: (plan: ImportPlan) => void;
  /** Undefined if nobody would see the commands; then no command of a recipe is run. */
  readonly recipes?: CommandsShow;
}

/**
 * Takes results in from files of other tools: reads them all, holds them against the log, and stores what is new.
 * Nothing is stored where anything is wrong with one of them.
 *
 * @throws UsageFault with every problem of every file
 * @throws Cancelled where the person was asked and says no
 */
export async function importFiles(context: Context, request: ImportRequest, show: ImportShow): Promise<ImportResult> {
  if (request.save !== undefined && request.files.length !== 1)
    throw new UsageFault("--save: found no single file to save", "save one file: poc import out.json --save nightly");
  const poc = await openPoc(context, request.directory);
  const sha256 = await context.sha256();
  const author = await askedAuthor(context, request.by, poc.records);
  const problems = new ImportProblems();
  const jobs = await jobsOf(context, poc, request, show, problems);
  const plan = await planImport(jobs, { context, poc, request, sha256, author, problems });
  show.plan(plan);
  if (request.asBaseline === true) return withBaselines(context, poc, request, plan);
  const fresh = plan.drafts.filter(({ fate }) => isStored(fate));
  const prices = plan.prices.filter(({ fate }) => fate !== "same");
  const asked = request.dryRun ? 0 : fresh.length + prices.length;
  if (asked > 0) await confirm(context, request, fresh.length, prices.length);
  if (asked > 0 && prices.length > 0) writePrices(poc.folder, prices);
  if (request.dryRun || fresh.length === 0) {
    if (!request.dryRun) remember(context, poc, request);
    const standing = standingOf(poc.records, asOf(poc.records, context.clock, undefined));
    const ofRecords = located(poc, poc.diagnostics);
    const report = { folder: poc.folder.path, standing, diagnostics: ofRecords, ofRecords };
    return { ...plan, report, stored: undefined, entries: [], dryRun: request.dryRun };
  }
  remember(context, poc, request);
  return { ...plan, ...store(context, poc, request, fresh), dryRun: false };
}

/** The cases become the baseline of their evals; the log gets no entry. */
async function withBaselines(
  context: Context,
  poc: OpenPoc,
  request: ImportRequest,
  plan: ImportPlan,
): Promise<ImportResult> {
  const drafts = plan.drafts.flatMap(({ cases }) => cases ?? []);
  const baselines = baselinesOf(poc, drafts);
  if (!request.dryRun) {
    for (const { run } of drafts) keep(poc, run);
    setBaselines(poc, baselines);
  }
  const standing = standingOf(poc.records, asOf(poc.records, context.clock, undefined));
  const ofRecords = located(poc, poc.diagnostics);
  const report = { folder: poc.folder.path, standing, diagnostics: ofRecords, ofRecords };
  return { ...plan, report, stored: undefined, entries: [], baselines, dryRun: request.dryRun };
}

/** The files that were named, or what the recipes name: their commands are run first. */
async function jobsOf(
  context: Context,
  poc: OpenPoc,
  request: ImportRequest,
  show: ImportShow,
  problems: ImportProblems,
): Promise<readonly ImportJob[]> {
  if (request.files.length > 0)
    return [{ wish: request, files: request.files.map((path) => ({ path, shown: shownPath(poc, path) })) }];
  const recipes = namedRecipes(poc.folder);
  const printed = await printedBy(context, poc.folder, recipes, request, show.recipes);
  return recipeJobs({ folder: poc.folder, files: context.files }, recipes, printed, problems);
}

/** A file of the PoC by its name in the folder, however it was named. */
function shownPath({ folder }: OpenPoc, path: string): string {
  return path.startsWith(`${folder.path}/`) ? path.slice(folder.path.length + 1) : path;
}

function remember({ files }: Context, { folder }: OpenPoc, request: ImportRequest): void {
  const [file] = request.files;
  if (request.save === undefined || file === undefined) return;
  saveRecipe(folder, request.save, relativePath(folder.path, files.resolve(file)), request);
}

async function confirm(context: Context, { yes }: ImportRequest, entries: number, prices: number): Promise<void> {
  if (yes || !context.terminal.inIsTerminal || !context.terminal.outIsTerminal) return;
  const prompter = await context.prompter();
  const asked = [
    ...(entries === 0 ? [] : [entries === 1 ? "Store this entry?" : `Store these ${entries} entries?`]),
    ...(prices === 0 ? [] : [`Write the prices of ${countLabel(prices, "model")} to costs.yaml?`]),
  ];
  if (!(await prompter.confirm(asked.join(" "), true))) throw new Cancelled("cancelled; nothing was stored");
}

/** Files of cases come first, so that no entry ever names a missing one. */
function store(
  context: Context,
  poc: OpenPoc,
  { allowSecret }: ImportRequest,
  fresh: readonly ImportedDraft[],
): Pick<ImportResult, "stored" | "entries" | "report"> {
  let here = poc;
  const results: LogResult[] = [];
  for (const { draft, fate, cases } of fresh) {
    if (!isStored(fate)) continue;
    if (cases !== undefined) keep(here, cases.run);
    const result = recordEntry(context, here, fate.facts, {
      by: draft.by,
      ...optional("recordedBy", draft.recordedBy),
      at: draft.at,
      dated: true,
      id: fate.id,
      allowSecret,
    });
    results.push(result);
    here = { ...here, records: { ...here.records, log: inOrder([...here.records.log, result.entry]) } };
  }
  const [first, last] = [results[0]!, results.at(-1)!];
  const stored = { ...last, before: first.before, diagnostics: stillTrue(results, last) };
  return { stored, report: stored, entries: results.map(({ entry }) => entry) };
}

/** The problems of the stored entries that are still true once all of them are stored; each problem once. */
function stillTrue(results: readonly LogResult[], { standing, ofRecords }: LogResult): readonly LocatedDiagnostic[] {
  const lasting = new Set(runPolicy(standing).map(({ code, place }) => `${code} ${place.file}`));
  const seen = new Set(ofRecords.map(nameOf));
  const told = results.toReversed().flatMap(({ diagnostics }) => diagnostics);
  return [
    ...ofRecords,
    ...told.filter((one) => {
      if (seen.has(nameOf(one)) || !lasting.has(`${one.code} ${one.location.file}`)) return false;
      seen.add(nameOf(one));
      return true;
    }),
  ];
}

function nameOf({ code, location: { file, span } }: LocatedDiagnostic): string {
  return [code, file, span.line, span.column].join(" ");
}

/** The name of a file of cases says what is in it: one that is there already is the same. */
function keep({ folder }: OpenPoc, { kept }: ReadRun): void {
  try {
    folder.create(kept.file, caseFileText(kept.table));
  } catch (error) {
    if (!(error instanceof FileFault && error.kind === "exists")) throw error;
  }
}
