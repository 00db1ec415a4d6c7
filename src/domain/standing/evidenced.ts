import type { Code } from "../../diagnostics/catalogue.ts";
import type { AssumptionStanding } from "./assumption-standing.ts";
import type { ValueStanding } from "../business-case/business-case.ts";
import type { DecisionStanding } from "./decision.ts";
import type { EffortStanding, LoadedCost } from "../spend/effort.ts";
import type { Entry } from "../records/entry.ts";
import type { GateLog } from "../records/gate-log.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { ItemReason } from "./item-reason.ts";
import type { Dispute } from "../history/disputes.ts";
import type { LoggedAmendment } from "../history/amendments.ts";
import type { UnreadTerm } from "../history/unread-terms.ts";
import type { KillStanding } from "./kill-standing.ts";
import type { EffectiveLog } from "../records/log.ts";
import type { Definitions, Placeholder } from "../records/records.ts";
import type { UnknownStanding } from "./unknown-standing.ts";
import type { RiskStanding } from "./risk-standing.ts";
import type { SpendStanding } from "../spend/spend.ts";
import type { Drift } from "../records/terms.ts";
import type { TimeboxPosition } from "../records/timebox.ts";
import type { UnitEconomics } from "../spend/unit-economics.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { AsOf } from "./as-of.ts";
import type { TermValues } from "../records/term-values.ts";

/**
 * What the records say of an item of a checklist or of a gate, before anybody's word is heard. Gates have reasons of
 * their own beside those of checklists.
 */
export interface ItemState<Reason = ItemReason> {
  readonly state: "met" | "open" | "failed";
  readonly because: Reason;
  readonly entries?: readonly string[];
  /** For `open`: everything that records can show is there, and only a person can say the rest. */
  readonly byWord?: true;
}

/** Everything a checklist may be judged from: the standing without the checklists and what follows from them. */
export interface Evidenced {
  readonly asOf: AsOf;
  readonly phase: "draft" | "running" | "over" | "decided";
  /** The definitions with their terms as frozen; the current text while nothing is frozen. */
  readonly definitions: Definitions;
  /** The definitions as they stand in the files. */
  readonly written: Definitions;
  readonly unreadable: readonly Place[];
  readonly placeholders: readonly Placeholder[];
  readonly log: EffectiveLog;
  readonly memos: readonly string[];
  /** The entry that froze the terms. */
  readonly started: Entry | undefined;
  /** The terms in force, amendments applied; undefined while nothing is frozen. */
  readonly terms: TermValues | undefined;
  readonly amendments: readonly LoggedAmendment[];
  /** Frozen texts that cannot be read; they are among `unreadable`. */
  readonly unreadTerms: readonly UnreadTerm[];
  /** Acts that should exist once but exist several times, until a person settles which of them holds. */
  readonly disputes: readonly Dispute[];
  readonly drift: readonly Drift[];
  readonly timebox: TimeboxPosition | undefined;
  /** Working days of the timebox as it was frozen first, where it was extended since. */
  readonly firstWorkingDays: number | undefined;
  readonly spend: SpendStanding;
  readonly effort: EffortStanding;
  /** Money and people's time together. */
  readonly loaded: LoadedCost;
  readonly evals: readonly EvalStanding[];
  readonly kill: readonly KillStanding[];
  readonly assumptions: readonly AssumptionStanding[];
  /** In the order of the charter. */
  readonly unknowns: readonly UnknownStanding[];
  readonly risks: readonly RiskStanding[];
  /** What a task costs, and would cost in production. */
  readonly unit: UnitEconomics;
  readonly value: ValueStanding;
  readonly decision: DecisionStanding;
  /** Gates that were passed and conditions that were waived, as far as the log alone can tell. */
  readonly gates: GateLog;
  /**
   * Why a start would be refused, of a draft. The checks that find it stand above the domain; absent where nobody ran
   * them.
   */
  readonly refusals?: readonly StartRefusal[];
}

/** A reason why terms cannot be frozen yet. */
export interface StartRefusal {
  readonly code: Code;
  readonly place: Place;
  readonly message: string;
}
