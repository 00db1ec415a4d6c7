import { caseFileText } from "../../document/raw/case-file-text.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { effectiveLog, inOrder, sourceKey } from "../../domain/records/log.ts";
import { NO_FACTS } from "../../domain/records/facts.ts";
import { CLOCKS_DIFFER_MS, dateIn, type Zone } from "../../domain/scalars/instant.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import type { Person } from "../../domain/scalars/person.ts";
import { spendCurrency } from "../../domain/spend/spend.ts";
import { runPolicy } from "../../checks/registry.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { agreementOf } from "../../domain/history/agreement.ts";
import { agreedEvals } from "../log/agreed-evals.ts";
import { recordEntry, type LogResult } from "../log/record-entry.ts";
import { askedAuthor } from "../poc/author.ts";
import { entryTime } from "../poc/entry-time.ts";
import { asOf, located } from "../poc/judge.ts";
import type { Report } from "../poc/report.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import { Cancelled, FileFault, UsageFault } from "../ports/faults.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { baselinesIn, caseDrafts, readRun, type CaseDraft, type DraftContext, type ReadRun } from "./case-drafts.ts";
import { baselinesOf, setBaselines, type SetBaseline } from "./set-baselines.ts";
import { agreedBaselines, lostBaselines, loggedBaselines } from "./logged-baselines.ts";
import { hoursDrafts } from "./hours-drafts.ts";
import type { DayRange } from "./import-days.ts";
import { goneDrafts, type Restated } from "./gone/gone-drafts.ts";
import { contentHash, fateOf, isStored, type DraftFate, type ImportDraft } from "./import-drafts.ts";
import { ImportProblems } from "./import-problems.ts";
import { namedRecipes, recipeJobs, saveRecipe, type ImportJob } from "./import-recipes.ts";
import { relativePath } from "../ports/relative-path.ts";
import type { ImportRequest, ImportWish } from "./import-request.ts";
import { moneyDrafts, type LeftRows, type RowContext } from "./money-drafts.ts";
import { onlyLabels } from "./only-rows.ts";
import { priceChanges, unpricedModels, writePrices, type PriceChange } from "./price-changes.ts";
import { readImport, type ReadFile } from "./read-import.ts";
import { printedBy, type CommandsShow } from "./recipe-commands.ts";

/** What an import would do, or has done, with one entry. */
export interface ImportedDraft {
  readonly file: ReadFile;
  readonly draft: ImportDraft;
  readonly fate: DraftFate;
  /** The entry as it would be. */
  readonly preview: Entry;
  /** Of an eval: the cases behind each of its results. */
  readonly cases?: CaseDraft;
}

/** Everything that was read, and what becomes of it. */
export interface ImportPlan {
  readonly files: readonly ReadFile[];
  readonly drafts: readonly ImportedDraft[];
  /** Runs that lie before the first day that was asked for. */
  readonly early: readonly { readonly file: ReadFile; readonly date: CivilDate; readonly since: CivilDate }[];
  /** Rows of money and hours that were not taken, by file. */
  readonly left: ReadonlyMap<ReadFile, LeftRows>;
  /** Prices of models, and what becomes of them in costs.yaml. */
  readonly prices: readonly PriceChange[];
  /** Models that the PoC names and that have no price now either. */
  readonly unpriced: readonly string[];
}

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

/** Told what would be done, before a person is asked. */
export interface ImportShow {
  readonly plan: (plan: ImportPlan) => void;
  /** Undefined where no person sees what is run: then no command of a recipe is. */
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
  const by = await askedAuthor(context, request.by, poc.records);
  const problems = new ImportProblems();
  const jobs = await jobsOf(context, poc, request, show, problems);
  const plan = await planImport(jobs, { context, poc, request, sha256, by, problems });
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

/** What of the PoC every file is read against. */
interface Planning {
  readonly context: Context;
  readonly poc: OpenPoc;
  readonly request: ImportRequest;
  readonly sha256: Sha256;
  readonly by: Person;
  readonly problems: ImportProblems;
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

async function planImport(jobs: readonly ImportJob[], planning: Planning): Promise<ImportPlan> {
  const { context, poc, sha256, problems } = planning;
  const files: ReadFile[] = [];
  for (const { wish, files: named } of jobs) {
    const days = dayRange(context, poc, wish, problems);
    const about = { sha256, zone: poc.records.zone, days, mail: planning.by.email };
    for (const file of named) {
      const read = await readImport(context, file, wish, about, problems);
      if (read !== undefined) files.push(read);
    }
  }
  const ofCases = planCases(planning, files);
  const ofRows = planRows(planning, files);
  const prices = planPrices(planning, files);
  const { counted } = effectiveLog(poc.records.log, Infinity);
  const drafts = onceEach([...ofCases.drafts, ...ofRows.drafts, ...goneDrafts(ofRows.restated, counted)], sha256);
  refuseTwice(drafts, problems);
  problems.throwIfAny();
  return {
    files,
    drafts: drafts.map((one) => {
      const fate = fateOf(one.draft, poc.records.log, sha256);
      return { ...one, fate, preview: previewOf(one.draft, poc.records.zone) };
    }),
    early: ofCases.early,
    left: ofRows.left,
    ...prices,
  };
}

function previewOf({ at, by, facts }: ImportDraft, zone: Zone): Entry {
  return { id: "", file: "", at, date: dateIn(zone, at.epochMs), by, ...NO_FACTS, ...facts };
}

/** A file of the PoC by its name in the folder, however it was named. */
function shownPath({ folder }: OpenPoc, path: string): string {
  return path.startsWith(`${folder.path}/`) ? path.slice(folder.path.length + 1) : path;
}

/** A meeting that stands in two calendars is one, where both say the same of it. */
function onceEach(drafts: readonly Planned[], sha256: Sha256): readonly Planned[] {
  const seen = new Set<string>();
  return drafts.filter(({ draft }) => {
    if (draft.keyed !== true) return true;
    const one = `${sourceKey(draft)}\n${contentHash(draft, sha256)}`;
    if (seen.has(one)) return false;
    seen.add(one);
    return true;
  });
}

/** Two files that say something else of the same day or run: which of them is right, nobody can tell. */
function refuseTwice(drafts: readonly Omit<ImportedDraft, "fate" | "preview">[], problems: ImportProblems): void {
  const first = new Map<string, ReadFile>();
  for (const { draft, file } of drafts) {
    const key = sourceKey(draft);
    const known = first.get(key);
    if (known === undefined) first.set(key, file);
    else
      problems.add(
        `${file.path}: it contains the same as ${known.path}: ${draft.key}`,
        "import only one of them, or the older one first",
      );
  }
}

type Planned = Omit<ImportedDraft, "fate" | "preview">;

function planCases(
  { context, poc, request, sha256, problems }: Planning,
  files: readonly ReadFile[],
): { readonly drafts: readonly Planned[]; readonly early: ImportPlan["early"] } {
  const { records } = poc;
  const evals = agreedEvals(context, poc);
  const early: ImportPlan["early"][number][] = [];
  const runs = files.flatMap((file): readonly ReadRun[] => {
    const { read } = file;
    if (read.kind !== "cases") return [];
    const { epochMs } = read;
    const first = sinceDay(poc, file.wish, problems);
    const date = epochMs === undefined ? undefined : dateIn(records.zone, epochMs);
    if (date !== undefined && first !== undefined && date < first) {
      early.push({ file, date, since: first });
      return [];
    }
    if (epochMs !== undefined && epochMs > context.clock.now() + CLOCKS_DIFFER_MS)
      problems.add(`${file.path}: its run is dated ${date}, which is in the future`);
    const run = readRun(file, read, evals, file.wish, sha256, problems);
    return run === undefined ? [] : [run];
  });
  const { costs, charter } = agreementOf(records, asOf(records, context.clock, undefined).epochMs).definitions;
  const drawn: DraftContext = {
    costs,
    currency: spendCurrency(charter?.spendCap, costs),
    sha256,
    yes: request.yes,
    lost: request.asBaseline === true ? [] : lostBaselines(poc, evals, sha256),
    zone: records.zone,
    undated: entryTime(records.zone, context.clock.now(), request.date, undefined, records.log),
  };
  const known = [...agreedBaselines(poc, evals, sha256), ...loggedBaselines(poc, evals, sha256)];
  const baselines = request.asBaseline === true ? [] : [...known, ...runs.flatMap(baselinesIn)];
  const drafts = runs.flatMap((run) => caseDrafts(run, baselines, drawn, problems));
  return { drafts: drafts.map((cases) => ({ file: cases.run.file, draft: withRun(cases, request), cases })), early };
}

/** The command that wrote the file is part of what the entry says, with the hash of what it wrote. */
function withRun({ run, draft }: CaseDraft, { ran }: ImportRequest): ImportDraft {
  const own = ran?.get(run.file.path);
  return own === undefined ? draft : { ...draft, facts: { ...draft.facts, runs: [own] } };
}

function planRows(
  { context, poc, request, sha256, by, problems }: Planning,
  files: readonly ReadFile[],
): Pick<ImportPlan, "left"> & { readonly drafts: readonly Planned[]; readonly restated: readonly Restated[] } {
  const { zone, log } = poc.records;
  const { counted } = effectiveLog(log, Infinity);
  const nowMs = context.clock.now();
  const left = new Map<ReadFile, LeftRows>();
  const restated: Restated[] = [];
  const drafts = files.flatMap((file): readonly Planned[] => {
    const { read } = file;
    if (read.kind !== "money" && read.kind !== "hours") return [];
    const days = dayRange(context, poc, file.wish, problems);
    const only = onlyLabels(file.wish.only, problems);
    const rows: RowContext = {
      zone,
      nowMs,
      days,
      only,
      counted,
      by,
      yes: request.yes,
      fateOf: (draft) => fateOf(draft, log, sha256),
    };
    const planned =
      read.kind === "money" ? moneyDrafts(file, read, rows, problems) : hoursDrafts(file, read, by, rows, problems);
    left.set(file, planned.left);
    restated.push({ file, ...planned });
    return planned.drafts.map((draft) => ({ file, draft }));
  });
  return { drafts, left, restated };
}

function planPrices(
  { context, poc: { records }, request, problems }: Planning,
  files: readonly ReadFile[],
): Pick<ImportPlan, "prices" | "unpriced"> {
  const maps = files.flatMap((file) => (file.read.kind === "prices" ? [{ file, read: file.read }] : []));
  if (maps.length === 0) return { prices: [], unpriced: [] };
  const { zone, log } = records;
  const said = request.date;
  const at = said === undefined ? undefined : entryTime(zone, context.clock.now(), said, undefined, log);
  const day = at === undefined ? undefined : dateIn(zone, at.epochMs);
  const prices = maps.flatMap(({ file, read }) =>
    priceChanges(file, read, { records, only: onlyLabels(file.wish.only, problems), day }, problems),
  );
  return { prices, unpriced: unpricedModels(records, prices) };
}

function dayRange({ clock }: Context, poc: OpenPoc, wish: ImportWish, problems: ImportProblems): DayRange {
  return { first: sinceDay(poc, wish, problems), last: dateIn(poc.records.zone, clock.now()) };
}

/** From which day on something belongs to this PoC; undefined for everything. */
function sinceDay(
  { records }: OpenPoc,
  { since = "start" }: ImportWish,
  problems: ImportProblems,
): CivilDate | undefined {
  if (since === "all") return undefined;
  if (since === "start") return records.definitions.charter?.timebox?.start;
  const day = parseDate(since);
  if (day.ok) return day.value;
  return problems.add(`--since: found "${since.slice(0, 40)}", expected start, all, or a day such as 2026-11-23`);
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

/** Files of cases first: an entry never names one that is not there. */
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

/** What was said of each entry, as far as it is true when all of them are stored; each problem once. */
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
