import type { Authorship, Entry } from "../../domain/records/entry.ts";
import { effectiveLog, sourceKey } from "../../domain/records/log.ts";
import { NO_FACTS } from "../../domain/records/facts.ts";
import { CLOCKS_DIFFER_MS, dateIn, type Zone } from "../../domain/scalars/instant.ts";
import { parseDate, type CivilDate } from "../../domain/scalars/calendar.ts";
import { spendCurrency } from "../../domain/spend/spend.ts";
import { agreementOf } from "../../domain/history/agreement.ts";
import { agreedEvals } from "../log/agreed-evals.ts";
import { entryTime } from "../poc/entry-time.ts";
import { asOf } from "../poc/judge.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import type { Context, Sha256 } from "../ports/ports.ts";
import {
  baselinesIn,
  caseDrafts,
  readRun,
  type CaseDraft,
  type DraftContext,
  type ReadRun,
} from "./cases/case-drafts.ts";
import { agreedBaselines, lostBaselines, loggedBaselines } from "./baselines/logged-baselines.ts";
import { hoursDrafts } from "./hours-drafts.ts";
import type { DayRange } from "./import-days.ts";
import { goneDrafts, type Restated } from "./gone/gone-drafts.ts";
import { contentHash, fateOf, type DraftFate, type ImportDraft } from "./import-drafts.ts";
import type { ImportProblems } from "./import-problems.ts";
import type { ImportJob } from "./recipes/import-recipes.ts";
import type { ImportRequest, ImportWish } from "./import-request.ts";
import { moneyDrafts, type LeftRows, type RowContext } from "./money-drafts.ts";
import { onlyLabels } from "./only-rows.ts";
import { priceChanges, unpricedModels, type PriceChange } from "./price-changes.ts";
import { readImport, type ReadFile } from "./read-import.ts";

/** What an import would do, or has done, with one entry. */
export interface ImportedDraft {
  readonly file: ReadFile;
  readonly draft: ImportDraft;
  readonly fate: DraftFate;
  /** The entry as it would be. */
  readonly preview: Entry;
  /** For an eval: the cases behind each of its results. */
  readonly cases?: CaseDraft;
}

/** Everything that was read, and what will happen to it. */
export interface ImportPlan {
  readonly files: readonly ReadFile[];
  readonly drafts: readonly ImportedDraft[];
  /** Runs from before the first day that was asked for. */
  readonly early: readonly { readonly file: ReadFile; readonly date: CivilDate; readonly since: CivilDate }[];
  /** Rows of money and hours that were not taken, by file. */
  readonly left: ReadonlyMap<ReadFile, LeftRows>;
  /** Prices of models, and what becomes of them in costs.yaml. */
  readonly prices: readonly PriceChange[];
  /** Models that the PoC names and that have no price now either. */
  readonly unpriced: readonly string[];
}

/** What each file is read against, from the PoC. */
export interface Planning {
  readonly context: Context;
  readonly poc: OpenPoc;
  readonly request: ImportRequest;
  readonly sha256: Sha256;
  readonly author: Authorship;
  readonly problems: ImportProblems;
}

/**
 * Reads every file that was named, holds what it says against the log, and tells what becomes of each part. It stores
 * nothing.
 *
 * @throws UsageFault with every problem of every file
 */
export async function planImport(jobs: readonly ImportJob[], planning: Planning): Promise<ImportPlan> {
  const { context, poc, sha256, problems } = planning;
  const files: ReadFile[] = [];
  for (const { wish, files: named } of jobs) {
    const days = dayRange(context, poc, wish, problems);
    const about = { sha256, zone: poc.records.zone, days, mail: planning.author.by.email };
    for (const file of named) {
      const read = await readImport(context, file, wish, about, problems);
      if (read !== undefined) files.push(read);
    }
  }
  const ofCases = planCases(planning, files);
  const nowMs = context.clock.now();
  const ofRows = planRows(planning, files);
  const prices = planPrices(planning, files);
  const { counted } = effectiveLog(poc.records.log, Infinity);
  const drafts = onceEach([...ofCases.drafts, ...ofRows.drafts, ...goneDrafts(ofRows.restated, counted)], sha256);
  refuseTwice(drafts, problems);
  problems.throwIfAny();
  return {
    files,
    drafts: drafts.map((one) => {
      const fate = fateOf(one.draft, poc.records.log, sha256, nowMs);
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

/** A meeting in two calendars is one meeting if both say the same about it. */
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

/** Two files contradict each other about the same day or run, and nothing shows which of them is right. */
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
  { context, poc, request, sha256, author, problems }: Planning,
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
      by: author.by,
      yes: request.yes,
      fateOf: (draft) => fateOf(draft, log, sha256, nowMs),
    };
    const planned =
      read.kind === "money" ? moneyDrafts(file, read, rows, problems) : hoursDrafts(file, read, author, rows, problems);
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
