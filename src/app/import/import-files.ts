import type { Entry } from "../../domain/records/entry.ts";
import { inOrder } from "../../domain/records/log.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { spendCurrency } from "../../domain/spend/spend.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { judgementOf } from "../../domain/standing/judgement.ts";
import { agreedEvals } from "../log/agreed-evals.ts";
import { recordEntry, type LogResult } from "../log/record-entry.ts";
import { entryTime } from "../poc/entry-time.ts";
import { asOf, located } from "../poc/judge.ts";
import type { Report } from "../poc/report.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import { Cancelled, FileFault, UsageFault } from "../ports/faults.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import { baselinesIn, caseDrafts, readRun, type CaseDraft, type DraftContext, type ReadRun } from "./case-drafts.ts";
import { loggedBaselines } from "./logged-baselines.ts";
import { fateOf, type DraftFate } from "./import-drafts.ts";
import { ImportProblems } from "./import-problems.ts";
import type { ImportRequest } from "./import-request.ts";
import { readImport, type ReadFile } from "./read-import.ts";

/** What an import would do, or has done, with one entry. */
export interface ImportedDraft extends CaseDraft {
  readonly fate: DraftFate;
}

/** Everything that was read, and what becomes of it. */
export interface ImportPlan {
  readonly files: readonly ReadFile[];
  readonly drafts: readonly ImportedDraft[];
  /** Runs that lie before the first day that was asked for. */
  readonly early: readonly { readonly file: ReadFile; readonly date: CivilDate; readonly since: CivilDate }[];
}

export interface ImportResult extends ImportPlan {
  /** The standing with everything that was stored. */
  readonly report: Report;
  /** The last entry that was stored, with the standing before the first; undefined where nothing was. */
  readonly stored: LogResult | undefined;
  readonly entries: readonly Entry[];
  readonly dryRun: boolean;
}

/** Told what would be done, before a person is asked. */
export interface ImportShow {
  readonly plan: (plan: ImportPlan) => void;
}

/**
 * Takes results in from files of other tools: reads them all, holds them against the log, and stores what is new.
 * Nothing is stored where anything is wrong with one of them.
 *
 * @throws UsageFault with every problem of every file
 * @throws Cancelled where the person was asked and says no
 */
export async function importFiles(context: Context, request: ImportRequest, show: ImportShow): Promise<ImportResult> {
  if (request.files.length === 0)
    throw new UsageFault("there is nothing to import", "name a file: poc import results.json");
  const poc = await openPoc(context, request.directory);
  const sha256 = await context.sha256();
  const plan = planImport(context, poc, request, sha256);
  show.plan(plan);
  const fresh = plan.drafts.filter(({ fate }) => fate.fate === "new" || fate.fate === "changed");
  if (request.dryRun || fresh.length === 0) {
    const standing = standingOf(poc.records, asOf(poc.records, context.clock, undefined));
    const ofRecords = located(poc, poc.diagnostics);
    const report = { folder: poc.folder.path, standing, diagnostics: ofRecords, ofRecords };
    return { ...plan, report, stored: undefined, entries: [], dryRun: request.dryRun };
  }
  await confirm(context, request, fresh.length);
  return { ...plan, ...store(context, poc, request, fresh), dryRun: false };
}

function planImport(context: Context, poc: OpenPoc, request: ImportRequest, sha256: Sha256): ImportPlan {
  const { records } = poc;
  const problems = new ImportProblems();
  const { columns, at } = request;
  const files = request.files.flatMap(
    (path) => readImport(context, path, request, { columns, at, sha256 }, problems) ?? [],
  );
  const evals = agreedEvals(context, poc);
  const since = sinceDay(poc, request, problems);
  const early: ImportPlan["early"][number][] = [];
  const runs = files.flatMap((file): readonly ReadRun[] => {
    const { epochMs } = file.read;
    const date = epochMs === undefined ? undefined : dateIn(records.zone, epochMs);
    if (date !== undefined && since !== undefined && date < since) {
      early.push({ file, date, since });
      return [];
    }
    if (epochMs !== undefined && epochMs > context.clock.now() + CLOCKS_DIFFER_MS)
      problems.add(`${file.path}: it says that it was run on ${date}, which lies in the future`);
    const run = readRun(file, file.read, evals, request, sha256, problems);
    return run === undefined ? [] : [run];
  });
  const { costs, charter } = judgementOf(records, asOf(records, context.clock, undefined)).definitions;
  const drawn: DraftContext = {
    costs,
    currency: spendCurrency(charter?.spendCap, costs),
    sha256,
    zone: records.zone,
    undated: entryTime(records.zone, context.clock.now(), request.date, undefined, records.log),
  };
  const baselines = [...loggedBaselines(poc, evals, sha256), ...runs.flatMap(baselinesIn)];
  const drafts = runs.flatMap((run) => caseDrafts(run, baselines, drawn, problems));
  problems.throwIfAny();
  return {
    files,
    drafts: drafts.map((draft) => ({ ...draft, fate: fateOf(draft.draft, records.log, sha256) })),
    early,
  };
}

const CLOCKS_DIFFER_MS = 5 * 60_000;

/** From which day on something belongs to this PoC; undefined for everything. */
function sinceDay(
  { records }: OpenPoc,
  { since = "start" }: ImportRequest,
  problems: ImportProblems,
): CivilDate | undefined {
  if (since === "all") return undefined;
  if (since === "start") return records.definitions.charter?.timebox?.start;
  const day = parseDate(since);
  if (day.ok) return day.value;
  return problems.add(`--since: found "${since.slice(0, 40)}", expected start, all, or a day such as 2026-11-23`);
}

async function confirm(context: Context, { yes }: ImportRequest, entries: number): Promise<void> {
  if (yes || !context.terminal.inIsTerminal || !context.terminal.outIsTerminal) return;
  const prompter = await context.prompter();
  if (!(await prompter.confirm(entries === 1 ? "Store this entry?" : `Store these ${entries} entries?`, true)))
    throw new Cancelled("cancelled; nothing was stored");
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
  for (const { draft, fate, run } of fresh) {
    if (fate.fate !== "new" && fate.fate !== "changed") continue;
    keep(here, run);
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
  // The last one knows of all of them.
  const diagnostics = results.toReversed().flatMap((result) => result.diagnostics);
  const stored = { ...last, before: first.before, diagnostics: unique(diagnostics) };
  return { stored, report: stored, entries: results.map(({ entry }) => entry) };
}

/** Entries of one import raise the same problem of the records again and again. */
function unique(diagnostics: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, location: { file, span } }) => {
    const one = [code, file, span.line, span.column].join("\n");
    return !seen.has(one) && seen.add(one) !== undefined;
  });
}

/** The name of a file of cases says what is in it: one that is there already is the same. */
function keep({ folder }: OpenPoc, { kept, text }: ReadRun): void {
  try {
    folder.create(kept.file, text);
  } catch (error) {
    if (!(error instanceof FileFault && error.kind === "exists")) throw error;
  }
}
