import type { Count } from "../scalars/count.ts";
import type { Quantity } from "../scalars/quantity.ts";
import type { AssumptionAnswer } from "./assumption.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { SpendBasis, SpendCategory } from "./costs.ts";
import type { Decimal } from "../scalars/decimal.ts";
import type { Labelling, Result } from "./evals/result.ts";
import type { FollowUp, Forecast } from "./forecast/forecast.ts";
import type { Instant } from "../scalars/instant.ts";
import type { Money } from "../scalars/money.ts";
import type { Person } from "../scalars/person.ts";
import type { RiskLevel } from "./risk.ts";
import type { TokenUse } from "./tokens/tokens.ts";
import type { TermValues } from "./term-values.ts";

/** Where an imported entry comes from, so that importing the same again adds nothing. */
export interface EntrySource {
  /** The format that was read: `promptfoo`. */
  readonly format: string;
  /**
   * The part of the source that the entry represents: a run, a day of a bill. The same key means the same thing,
   * imported again.
   */
  readonly key: string;
  /** sha256 of what was taken from it: a different one under the same key is a correction. */
  readonly sha256: string;
  /** The file that was read, as it was named. */
  readonly file?: string;
  /** For a meeting: the name of its calendar as a hash, so that a later export is known to be of the same one. */
  readonly calendar?: string;
  /** Id of the entry with the same key that this one replaces, because the source has changed. */
  readonly replaces?: string;
}

/** Tasks that the system was given, and how many of them it did right. */
export interface TaskLine {
  /** x succeeded of n attempted. */
  readonly count: Count;
  /** The variant that did them; "" where there is only one. */
  readonly arm: string;
  /** Average response time of an output. */
  readonly latency?: Quantity;
  /** Average time that a person reviewed an output. */
  readonly review?: Quantity;
  readonly note?: string;
}

export interface SpendLine {
  /** To the minor unit of its currency. */
  readonly amount: Money;
  /**
   * The same with all its digits, in whole units of the currency, if a price of tokens has more digits than the
   * currency: a run for a thousandth of a cent is not free. Sums use this; rounding is for display.
   */
  readonly exact?: Decimal;
  readonly category: SpendCategory;
  readonly note?: string;
  /** Of an imported amount: the model that it was spent on, as the source calls it. */
  readonly model?: string;
  /** The exchange rate when it was logged; if absent, the one in costs.yaml applies. */
  readonly rate?: Decimal;
  /** Billed unless stated. */
  readonly basis?: SpendBasis;
  /** What the amount was calculated from. The amount stays the same, whatever the price list says later. */
  readonly tokens?: TokenUse;
  /** Ids of earlier entries whose less certain lines of this category the amount replaces. */
  readonly replaces?: readonly string[];
}

/** Hours of one person, or a meeting of several. */
export interface TimeLine {
  readonly hours: Decimal;
  /** 1 for a person's own hours. */
  readonly people: number;
  readonly what?: string;
  readonly meeting: boolean;
}

export interface RiskNote {
  readonly id: string;
  readonly level: RiskLevel;
  readonly note?: string;
  /** Where it can be seen: a link, a path, a document. */
  readonly evidence?: string;
}

/** A person's word that a checklist item is done, and where that can be seen. */
export interface Attestation {
  /** `exit.sponsor-committed`: checklist and item. */
  readonly item: string;
  readonly evidence: string;
  readonly note?: string;
}

/** Why a command did not end by itself. */
export const RUN_STOPS = ["time-limit", "signal"] as const;
export type RunStop = (typeof RUN_STOPS)[number];

/** The command of a checklist item or an eval as it was run, and its result. */
export interface CommandRun {
  /** `release.tests`: checklist and item; `wrong-rate`: the eval. */
  readonly item: string;
  /** As it was in the list when it was run. */
  readonly command: string;
  /** The folder it ran in, where the list names one. */
  readonly cwd?: string;
  /** Its exit code; absent where it was stopped. Exactly one of the two. */
  readonly exit?: number;
  readonly stopped?: RunStop;
  readonly seconds: Decimal;
  /** Where its output is kept: `runs/k7f3q2m-tests.txt`. */
  readonly output?: string;
  /** sha256 of that file. */
  readonly outputSha256?: string;
  /** The last line that it printed. */
  readonly tail?: string;
}

/** The terms as they were agreed when the clock started. */
export interface Start {
  readonly terms: TermValues;
  /** Hash of the terms as one text: `canonicalTerms`, hex. Absent in older entries. */
  readonly sha256?: string;
  /**
   * The likely figures of value.yaml at that time. They are learned, so they are not terms; a change that reverses the
   * case is reported.
   */
  readonly inputs?: ReadonlyMap<string, string>;
  /** Outside proof that the terms existed at that time. */
  readonly timestamp?: Timestamp;
}

/** A time-stamp token (RFC 3161) over the hash of the terms. */
export interface Timestamp {
  /** When it was signed. */
  readonly at: Instant;
  /** Who signed it, by the certificate in the token. */
  readonly authority: string;
  /** The token itself, in base64, so that anybody can verify it from the entry alone. */
  readonly token: string;
}

/** One term changed. Undefined `from`: the term is new; undefined `to`: it was removed. */
export interface TermChange {
  readonly term: string;
  readonly from?: string;
  readonly to?: string;
  /** How many results for the criterion had been logged when it was changed. */
  readonly resultsSeen: number;
  /** The state of the term when it was changed. */
  readonly met?: TermMet;
}

/** How much of a cap was used, or the verdict on what the term judges: `not met`, `tripped`, `over`. */
export interface TermMet {
  readonly spent?: Money;
  readonly hours?: Decimal;
  readonly verdict?: string;
}

export interface Amendment {
  readonly changes: readonly TermChange[];
  readonly reason: string;
  readonly approver: Person;
  /** Hash of the terms that it changes, as in `Start`. Absent in older entries. */
  readonly fromSha256?: string;
}

/** A person's word that a kill criterion which was tripped no longer ends the work. */
export interface Clearing {
  /** The id of the kill criterion. */
  readonly criterion: string;
  readonly reason: string;
  readonly approver: Person;
}

export interface Correction {
  /** Id of the entry that no longer counts. */
  readonly entry: string;
  readonly reason?: string;
}

export const DECISION_OUTCOMES = ["go", "no-go", "conditional", "extend"] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export interface DecisionCondition {
  readonly what: string;
  readonly owner?: Person;
  readonly by?: CivilDate;
}

/** A person's decision. Final: it is never undone, only superseded by a later one. */
export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly by: Person;
  readonly why: string;
  readonly conditions: readonly DecisionCondition[];
  /** Conditions of the decision that this one replaces which are met, word for word. */
  readonly met?: readonly string[];
  /** What the tool recommended at that moment, and the rule that decided. */
  readonly recommended: string;
  readonly rule: string;
  /** Why the recommendation was not followed; absent if it was. */
  readonly override?: string;
  /** What is asked for: amount, people, place, from when to when, and what it buys. */
  readonly ask?: string;
  /** What would end what comes next. */
  readonly ends?: string;
  /** What was learned, whatever was decided. */
  readonly learned?: string;
  /** What else could be done: nothing, buying, another variant. */
  readonly alternatives?: string;
  /** For a no-go: what would have to change for another try. */
  readonly retryIf?: string;
  /** For a go, with or without conditions: what the records promised at that moment. Absent in older decisions. */
  readonly forecast?: Forecast;
}

/** What a decision states besides its outcome and reason, each in a sentence or two; none is required. */
export const DECISION_WORDS = ["ask", "ends", "learned", "alternatives", "retryIf"] as const;
export type DecisionWord = (typeof DECISION_WORDS)[number];

/** A condition or artifact of a gate as it stood when the gate was passed. */
export interface PassedCondition {
  /** Within the gate: `target-met`. */
  readonly item: string;
  readonly state: "met" | "waived";
  /** Whether the records showed it or a person said so; `none` if it was waived. */
  readonly basis: "evidence" | "person" | "none";
  /** What showed it, or what was missing and waived. */
  readonly because: string;
  readonly entries: readonly string[];
}

/** A gate that was passed. Final: it is never undone, and stays passed. */
export interface GatePassage {
  /** `feasibility-poc` */
  readonly gate: string;
  readonly number: number;
  readonly title: string;
  /** The gate before it; absent for the first one. */
  readonly after?: string;
  readonly approver: Person;
  /** Conditions and artifacts as they stood at that moment. */
  readonly conditions: readonly PassedCondition[];
  /** Ids of the questions of its document that had no answer, within the gate. */
  readonly openQuestions?: readonly string[];
}

/** Permission to pass a gate without one of its conditions, for a reason and until a day. */
export interface Waiver {
  /** `feasibility-poc.risks` */
  readonly item: string;
  readonly reason: string;
  readonly approver: Person;
  /** The last day on which it holds. */
  readonly until: CivilDate;
  /** What in the records would close the condition: the name of an item's evidence. */
  readonly evidence?: string;
  /** The document that would close it. */
  readonly document?: string;
  /** For a condition that is a checklist: its open items. */
  readonly openItems?: readonly WaivedItem[];
}

/** An item of a checklist that was open when the list was waived. */
export interface WaivedItem {
  /** `mvp.guardrails` */
  readonly item: string;
  /** What in the records would close it: the name of an item's evidence. */
  readonly evidence?: string;
}

/** Set in an entry whose time was given to the command instead of read from a clock. */
export const NOW_MARKS = ["set by POC_NOW"] as const;
export type NowMark = (typeof NOW_MARKS)[number];

/** How much of the author's working day the PoC had; the rest went to interruptions or parallel work. */
export interface Focus {
  /** In percent, from 0 to 100. */
  readonly share: Decimal;
  /** What took the rest of the day. */
  readonly what?: string;
}

/** One record of what happened. Added, never rewritten. */
export interface Entry {
  /** Seven characters, unique in the log. */
  readonly id: string;
  /** `log/2026-11-25-1620-reranker-on-k7f3q2m.yaml` */
  readonly file: string;
  readonly at: Instant;
  /**
   * When it was written, where that is later than `at`. Nobody could know of it before.
   */
  readonly logged?: Instant;
  /** The day of `at` in the charter's zone. */
  readonly date: CivilDate;
  readonly by: Person;
  /** The person who typed it in the name of `by`. Entries of earlier builds do not say. */
  readonly recordedBy?: Person;
  /**
   * Id of the newest entry that existed when an act or an answer was written: its author could know everything up to
   * it.
   */
  readonly after?: string;
  /** Ids of the entries whose decision or answer this one knowingly replaces. */
  readonly supersedes?: readonly string[];
  /** Set if `at` is not from a clock but from POC_NOW. */
  readonly now?: NowMark;
  /** The program that wrote it in the name of `by`, if no person typed it: `mcp, claude-code 2.1.0`. */
  readonly via?: string;
  readonly note?: string;
  readonly results: readonly Result[];
  readonly tasks: readonly TaskLine[];
  readonly spend: readonly SpendLine[];
  readonly time: readonly TimeLine[];
  readonly focus?: Focus;
  readonly assumptions: ReadonlyMap<string, AssumptionAnswer>;
  readonly risks: readonly RiskNote[];
  /** Answers to the questions of kill criteria: does the state hold? */
  readonly answers: ReadonlyMap<string, "yes" | "no">;
  readonly attest: readonly Attestation[];
  /** What the files said of the things that it answers or attests: `mvp.budget`. Absent in older entries. */
  readonly stated?: ReadonlyMap<string, string>;
  /** Commands of checklist items that were run. */
  readonly runs: readonly CommandRun[];
  readonly start?: Start;
  readonly amend?: Amendment;
  readonly clear?: Clearing;
  readonly undo?: Correction;
  readonly decision?: Decision;
  readonly waivers?: readonly Waiver[];
  readonly gate?: GatePassage;
  /** What came true of the forecast of a decision. */
  readonly followup?: FollowUp;
  /** Labels of people for cases that a judge had judged. */
  readonly labels?: readonly Labelling[];
  /** Of an imported entry: what it was taken from. */
  readonly source?: EntrySource;
}

/** The author that an entry names, and the person who typed it in that name. */
export type Authorship = Pick<Entry, "by" | "recordedBy">;

/** An entry that nobody typed for another has no `recordedBy`, not even an undefined one. */
export function authorshipOf({ by, recordedBy }: Authorship): Authorship {
  return recordedBy === undefined ? { by } : { by, recordedBy };
}
