import type { CaseTable } from "../domain/evidence/cases/case-table.ts";
import type { CaseRole } from "../domain/evidence/columns/column-role.ts";
import type { CostKind, FormatName } from "./format-names.ts";
import type { ModelPrice, SpendBasis, SpendCategory } from "../domain/records/costs.ts";
import type { CivilDate } from "../domain/scalars/calendar.ts";
import type { Decimal } from "../domain/scalars/decimal.ts";
import type { Zone } from "../domain/scalars/instant.ts";
import type { DateOrder } from "./hours/date-order.ts";
import type { ImportProblem } from "./import-problem.ts";

/** The beginning of a file, by which its format is recognised. */
export interface Head {
  /** Without folders. */
  readonly name: string;
  /** The first characters of it, without byte order mark; "" where it is no text. */
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The file that is imported. */
export interface ImportFile {
  /** Without folders. */
  readonly name: string;
  /** Its text, piece by piece; each call reads from the beginning. */
  text(): Iterable<string>;
  /** All of it as one text; refused where it is too large for that. */
  whole(): string;
  /** All of its bytes. */
  bytes(): Uint8Array;
}

/** What a person said about the file because the file does not say it. Every flag is a field of a recipe too. */
export interface ReadOptions {
  /** Columns of a table by what they mean: `case`, `run`, `group`, `arm`. */
  readonly columns: Readonly<Partial<Record<CaseRole, string>>>;
  /** Where the list of cases is in a document: `results.results`. */
  readonly at?: string | undefined;
  /** In which order days are written that digits alone do not settle. */
  readonly dateOrder?: DateOrder | undefined;
  /** The zone of the PoC, for times that name none. */
  readonly zone: Zone;
  /** Undefined if this machine knows no such zone. */
  readonly zoneOf: (name: string) => Zone | undefined;
  /** The days that are asked for: a meeting that repeats without an end is followed no further. */
  readonly days: { readonly first: CivilDate | undefined; readonly last: CivilDate | undefined };
  /** The address of the person who imports: meetings that they declined took none of their time. */
  readonly mail?: string | undefined;
  /** Which cost of a bill that has two; what was invoiced unless stated. */
  readonly cost?: CostKind | undefined;
  readonly sha256: (text: string | Iterable<string>) => string;
}

/** A run of an eval that was read. */
export interface ReadCases {
  readonly kind: "cases";
  readonly table: CaseTable;
  /** The line of a row of the table, where the source has lines. */
  readonly lineOf?: (row: number) => number | undefined;
  /** The producer's name for the run, so that importing it twice counts once; undefined if the file has no id. */
  readonly run: string | undefined;
  /** When it was run; undefined where the file does not say. */
  readonly epochMs: number | undefined;
  /** The model by arm, where the source knows it. */
  readonly models: ReadonlyMap<string, string>;
  /** The column for the case as a whole, if the format has one: `passed`. */
  readonly main: string | undefined;
  /**
   * Whether every row has to say something in the column that is measured: a table that a script wrote has no other
   * way to tell a case that was not run from one whose answer was lost.
   */
  readonly complete?: boolean;
  /** Cases that were not run: they are no cases of the result. */
  readonly skipped: number;
  /** The cost of the run by list price, in dollars; undefined if the file does not say. */
  readonly cost?: Decimal | undefined;
  /** Things that a person should know, but need not act on. */
  readonly notes: readonly string[];
  /** Kinds of fields that were left behind: prompts, answers, addresses. */
  readonly leftOut: readonly string[];
  /** Columns that hold a short text, which may be meant as an outcome. */
  readonly unread?: readonly UnreadColumn[];
}

/** A column of a table that was left behind because of one of its cells. */
export interface UnreadColumn {
  readonly name: string;
  /** The first cell that is neither an outcome nor a number, and its line. */
  readonly found: string;
  readonly line: number;
  /** Whether cells before it hold an outcome or a number. */
  readonly mixed: boolean;
}

/** An amount that was read: billed, metered or estimated as the file as a whole is. */
export interface MoneyRow {
  /** In the zone of the source: UTC of providers, local of tools on a machine. */
  readonly day: CivilDate;
  /** In whole units of the currency, with all digits; negative where money came back. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly model?: string | undefined;
  /** What it was for, if no model is named. */
  readonly what?: string | undefined;
  /** The category of the money; tokens unless stated. */
  readonly category?: SpendCategory | undefined;
  /** The part of a day that is exported by itself, such as one account of several: each is an entry of its own. */
  readonly slice?: string | undefined;
  /** The labels for `--only project=…`; a row may have several of a kind. */
  readonly labels: Labels;
  /** How many rows of the source it is the sum of. */
  readonly count: number;
}

/** By the name of the label. */
export type Labels = Readonly<Record<string, string | readonly string[]>>;

/** Money that was spent, row by row. */
export interface ReadMoney {
  readonly kind: "money";
  readonly rows: readonly MoneyRow[];
  /** How many rows of the source they are. */
  readonly count: number;
  /** Days that the source has although nothing was spent on them. */
  readonly free: readonly CivilDate[];
  readonly vendor: string;
  /** Whether it is what one machine counted, so that the days of two people are not the same days. */
  readonly own?: boolean;
  /** A bill is billed, a gateway's figure metered, a list price estimated. */
  readonly basis: SpendBasis;
  readonly notes: readonly string[];
  readonly leftOut: readonly string[];
}

/** Hours of a person, or of a meeting. */
export interface HoursRow {
  /** When it began, in milliseconds since 1970; its day if the source knows no more. */
  readonly when: number | CivilDate;
  /** Whole seconds, so that sums are exact; negative for a break. */
  readonly seconds: number;
  /** 1 for hours of a person's own. */
  readonly people: number;
  readonly meeting: boolean;
  /** The source's name for a meeting, so that two people who import it book it once. */
  readonly key?: string | undefined;
  readonly what?: string | undefined;
  /** Whose hours they are, where the source says so. */
  readonly person?: string | undefined;
  /** The labels for `--only tag=…`; a row may have several of a kind. */
  readonly labels: Labels;
}

/** Time that went in, row by row. */
export interface ReadHours {
  readonly kind: "hours";
  readonly rows: readonly HoursRow[];
  readonly calendar?: CalendarAbout;
  readonly notes: readonly string[];
  readonly leftOut: readonly string[];
}

/** What a calendar says about meetings that it does not have. */
export interface CalendarAbout {
  /** Its name, as a hash; undefined if it has none. */
  readonly name: string | undefined;
  /** When its first event begins, and its last. */
  readonly fromMs: number;
  readonly toMs: number;
  /**
   * Of the key of a meeting and when it began: `off` where the calendar knows the event and it does not take place
   * then, `excused` where it only takes no time of the calendar's owner. Undefined of events that it does not know.
   */
  readonly said: (key: string, startMs: number) => "off" | "excused" | undefined;
}

/** Prices of models. */
export interface ReadPrices {
  readonly kind: "prices";
  readonly models: readonly PricedModel[];
  readonly notes: readonly string[];
  readonly leftOut: readonly string[];
}

export interface PricedModel {
  readonly line: number;
  readonly price: ModelPrice;
  /** Why these cannot be its prices; they matter where the model is taken. */
  readonly faults: readonly string[];
}

export type ReadImport = ReadCases | ReadMoney | ReadHours | ReadPrices;

/**
 * Reads the whole file. Problems are collected with their lines; it throws an ImportFault where it cannot go on.
 */
export type Reader = (
  file: ImportFile,
  options: ReadOptions,
) => { readonly read: ReadImport; readonly problems: readonly ImportProblem[] };

/**
 * A format: one file of `formats/`, and one row in the table. It tells whether a file is one of its own, and reads it;
 * one that needs much code of its own loads it first.
 */
export type Format = LoadedFormat | (FormatAbout & { readonly load: () => Promise<Reader>; readonly read?: never });

export type LoadedFormat = FormatAbout & { readonly read: Reader; readonly load?: never };

interface FormatAbout {
  readonly name: FormatName;
  /** For people: `promptfoo results`. */
  readonly title: string;
  /** How sure it is, from 0 to 1, that the file is one of its own. It looks at the beginning only. */
  readonly detect: (head: Head) => number;
}

/** The reader of a format. */
export function readerOf(format: Format): Reader | Promise<Reader> {
  return format.load === undefined ? format.read : format.load();
}
