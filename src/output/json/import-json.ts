import { baselineTerm } from "../../domain/records/eval.ts";
import type { ImportResult } from "../../app/import/import-files.ts";
import type { ImportedDraft } from "../../app/import/plan-import.ts";
import type { SpendBasis } from "../../domain/records/costs.ts";
import { unitPriceText } from "../../domain/scalars/unit-price.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { ReadFile } from "../../app/import/read-import.ts";
import { spendLineJson, type SpendLineJson } from "./spend-json.ts";
import { entryJson, type EntryJson, type TimeLineJson } from "./entry-json.ts";
import { resultJson, type ResultJson } from "./result-json.ts";
import type { DateText, DecimalText, InstantText } from "./json-texts.ts";

/** The `data` of `poc import`. */
export interface ImportJson {
  readonly dry_run: boolean;
  readonly files: readonly ImportedFileJson[];
  readonly drafts: readonly ImportDraftJson[];
  /** Prices for costs.yaml, per million tokens. */
  readonly prices: readonly ImportedPriceJson[];
  /** Models that the PoC names and that have no price. */
  readonly unpriced: readonly string[];
  /** What was stored; empty with `--dry-run`. */
  readonly entries: readonly EntryJson[];
  /** Of `--as-baseline`: what is in evals.yaml now. */
  readonly baselines: readonly SetBaselineJson[];
}

export interface SetBaselineJson {
  readonly eval: string;
  /** With its groups and the file of its cases, as it will be frozen. */
  readonly baseline: string;
}

/** A file that was read. */
export interface ImportedFileJson {
  readonly file: string;
  /** A word that `--from` takes. */
  readonly format: string;
  /** What the run is called by its producer. */
  readonly run: string | null;
  /** Cases of a result with their repeats, rows of money or hours, or models with prices. */
  readonly rows: number;
  /** Different cases of a result. */
  readonly cases: number;
  /** Rows of a result that broke. */
  readonly errors: number;
  /** Cases that were not run. */
  readonly skipped: number;
  readonly arms: readonly string[];
  readonly models: readonly string[];
  /** How many days money and hours are of. */
  readonly days: number;
  /** Everything in the file, also what was not taken; what a run cost by list price is estimated. */
  readonly money: readonly FoundMoneyJson[];
  /** Of everybody, to a hundredth. */
  readonly hours: DecimalText;
  /** Kinds of fields that were not taken over. */
  readonly left_out: readonly string[];
  readonly notes: readonly string[];
  /** The day of the run, where it was left out because it lies before the first day that was asked for. */
  readonly before_start: DateText | null;
}

export interface FoundMoneyJson {
  readonly amount: DecimalText;
  readonly currency: string;
  readonly basis: SpendBasis;
}

/** A price of a map of prices, and what costs.yaml has in its place. */
export interface ImportedPriceJson {
  readonly model: string;
  /** Key within the model: `output`, `batch.input`, `above.200k.input`. */
  readonly price: string;
  readonly before: string | null;
  readonly after: string;
  /** The day the prices are of. */
  readonly date: DateText;
}

/** An entry that the files stand for. */
export interface ImportDraftJson {
  /** A word that `--from` takes. */
  readonly format: string;
  /** What of the source it stands for; the same key is never counted twice. */
  readonly key: string;
  readonly at: InstantText;
  /**
   * `same`: the log has it already. `gone`: the source no longer has it, so an entry without figures replaces it.
   * `withdrawn`: a person withdrew it, and it stays so.
   */
  readonly fate: "new" | "changed" | "gone" | "same" | "withdrawn";
  /** Id of the entry: the one that is there, or the one that is or would be stored. */
  readonly entry: string;
  /** Id of the entry that it replaces. */
  readonly replaces: string | null;
  readonly results: readonly ResultJson[];
  readonly spend: readonly SpendLineJson[];
  readonly hours: readonly TimeLineJson[];
}

export function importJson(result: ImportResult): ImportJson {
  const { files, drafts, early, prices, unpriced, entries, report, baselines, dryRun } = result;
  return {
    dry_run: dryRun,
    files: files.map((file) => ({
      file: file.path,
      format: file.format.name,
      ...foundJson(file),
      left_out: file.read.leftOut,
      notes: file.read.notes,
      before_start: early.find((one) => one.file === file)?.date ?? null,
    })),
    drafts: drafts.map(draftJson),
    prices: prices.flatMap(({ model, day, prices: stated }) =>
      stated.map(({ path, before, after }) => ({
        model,
        price: path.join("."),
        before: before === undefined ? null : unitPriceText(before),
        after: unitPriceText(after),
        date: day,
      })),
    ),
    unpriced,
    entries: entries.map((entry) => entryJson(entry, report.standing)),
    baselines: (baselines ?? []).map(({ eval: id, baseline }) => ({ eval: id, baseline: baselineTerm(baseline) })),
  };
}

function foundJson({ read, found }: ReadFile) {
  const { rows, cases, errors, arms, models, days, money, hours } = found;
  return {
    run: read.kind === "cases" ? (read.run ?? null) : null,
    rows,
    cases,
    errors,
    skipped: read.kind === "cases" ? read.skipped : 0,
    arms,
    models,
    days,
    money: money.map(({ amount, currency, basis }) => ({ amount: shortDecimalText(amount), currency, basis })),
    hours: shortDecimalText(hours),
  } satisfies Partial<ImportedFileJson>;
}

function draftJson({ draft, fate }: ImportedDraft): ImportDraftJson {
  return {
    format: draft.format,
    key: draft.key,
    at: instantText(draft.at),
    fate: fate.fate,
    entry: "entry" in fate ? fate.entry.id : fate.id,
    replaces: "replaces" in fate ? fate.replaces.id : null,
    results: (draft.facts.results ?? []).map(resultJson),
    spend: (draft.facts.spend ?? []).map((line) => spendLineJson(line, undefined)),
    hours: (draft.facts.time ?? []).map(({ hours, people, meeting, what }) => ({
      hours: shortDecimalText(hours),
      people,
      meeting,
      what: what ?? null,
    })),
  };
}
