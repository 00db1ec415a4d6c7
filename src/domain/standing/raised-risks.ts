import { MEASURES } from "../evidence/measures/measures.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Charter } from "../records/charter.ts";
import { currencyExponent } from "../scalars/currency.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import { lastAttestation } from "../records/gate-log.ts";
import type { Judgement } from "./judgement.ts";
import { DEFINITION_FILES, LOG_FOLDER, type Records } from "../records/records.ts";
import type { CauseOfDeath } from "../records/risk.ts";
import { timeboxPosition, workingDates } from "../records/timebox.ts";
import type { NoUnitCost } from "../spend/unit-economics.ts";
import { commitmentGaps, compareStacks, type CommitmentGap } from "../records/charter-gaps.ts";

/** What the records show of a cause of death. `wording/risk-causes.ts` makes the sentence. */
export type RiskReason =
  | { readonly code: "stack-differs"; readonly foreign: readonly string[] }
  | { readonly code: "commitment-incomplete"; readonly missing: readonly CommitmentGap[] }
  | { readonly code: "data-access-ad-hoc" }
  | { readonly code: "operations-unplanned" }
  /** Inputs that value.yaml lacks, by their names there. */
  | { readonly code: "value-incomplete"; readonly missing: readonly string[]; readonly unread: readonly string[] }
  | { readonly code: "no-threshold" }
  | { readonly code: "every-input-asserted" }
  /** Raised in the last third of the timebox. */
  | { readonly code: "operations-unattested"; readonly item: string }
  /** Raised in the last third of the timebox. */
  | { readonly code: "task-cost-unknown"; readonly why: NoUnitCost }
  /** Raised in the last third of the timebox: neither value.yaml nor the log says what models cost a year. */
  | { readonly code: "model-cost-unknown" };

/** A cause of death that the records themselves show. */
export interface RaisedCause {
  readonly because: RiskReason;
  readonly entries: readonly string[];
  /** The day from which on it shows; undefined where it shows in the definitions, of which nobody knows since when. */
  readonly since: CivilDate | undefined;
}

type Shown = Pick<Judgement, "definitions" | "evals" | "value" | "unit" | "decision" | "decided" | "started"> & {
  readonly counted: readonly Entry[];
  readonly date: CivilDate;
};

/** What must be attested by the last third, or nobody has asked who runs this. */
export const OPERATIONS_ITEM = "mvp.observability";

/**
 * The causes of death that the records answer, each with what shows it. Nothing is told from the absence of what could
 * not be read. Of what real users will do the records know nothing, so that is never raised; of security they know how
 * the data is reached, where the charter says so.
 */
export function raisedCauses(shown: Shown, unreadable: Records["unreadable"]): ReadonlyMap<CauseOfDeath, RaisedCause> {
  const inFull = (start: string) => !unreadable.some(({ file }) => file.startsWith(start));
  const [charterRead, valueRead, logRead] = [DEFINITION_FILES.charter, DEFINITION_FILES.value, `${LOG_FOLDER}/`].map(
    inFull,
  );
  const { charter } = shown.definitions;
  const late = lastThird(shown);
  const raised = new Map<CauseOfDeath, RaisedCause>();
  const raise = (
    cause: CauseOfDeath,
    because: RiskReason | undefined,
    since?: CivilDate,
    entries: readonly string[] = [],
  ) => {
    if (because !== undefined) raised.set(cause, { because, entries, since });
  };
  if (charter !== undefined && charterRead) {
    raise("wrong-stack", foreignStack(charter));
    raise("no-owner", uncommitted(charter));
    raise("risk-ignored", charter.dataAccess === "ad-hoc" ? { code: "data-access-ad-hoc" } : undefined);
    raise("ops-invisible", charter.operations === "none" ? { code: "operations-unplanned" } : undefined);
  }
  if (valueRead) raise("no-value-signal", noValueSignal(shown));
  if (logRead && late !== undefined && !raised.has("ops-invisible"))
    raise("ops-invisible", opsInvisible(shown.counted), late);
  if (logRead && valueRead && late !== undefined)
    raise("cost-surprise", costSurprise(shown), late, shown.unit.apartEntries);
  return raised;
}

function attests(counted: readonly Entry[], item: string): boolean {
  return lastAttestation(counted, item) !== undefined;
}

/** The first day of the last third of the timebox, where it has come: until then an open question is work, not risk. */
function lastThird({ definitions: { charter }, started, decision, decided, date }: Shown): CivilDate | undefined {
  const timebox = charter?.timebox;
  if (timebox === undefined || started === undefined) return undefined;
  const until = decided ? decision.current!.entry.date : date;
  const { day, of } = timeboxPosition(timebox, until);
  return of > 0 && 3 * day > 2 * of ? workingDates(timebox)[Math.floor((2 * of) / 3)] : undefined;
}

function uncommitted(charter: Charter): RiskReason | undefined {
  const missing = commitmentGaps(charter);
  return missing.length === 0 ? undefined : { code: "commitment-incomplete", missing };
}

function foreignStack(charter: Charter): RiskReason | undefined {
  const stacks = compareStacks(charter);
  return stacks.kind === "differs" ? { code: "stack-differs", foreign: stacks.foreign } : undefined;
}

function noValueSignal({ value, definitions }: Shown): RiskReason | undefined {
  if (value.missing.length > 0) return { code: "value-incomplete", missing: value.missing, unread: value.unread };
  if (value.paybackThreshold === undefined && value.impactThreshold === undefined) return { code: "no-threshold" };
  return value.inputs.every(
    ({ name, standsAs }) =>
      standsAs === "asserted" ||
      (name === "model_cost" && definitions.value.modelCost === undefined) ||
      (name === "review_cost" && definitions.value.reviewCost === undefined),
  )
    ? { code: "every-input-asserted" }
    : undefined;
}

function opsInvisible(counted: readonly Entry[]): RiskReason | undefined {
  return attests(counted, OPERATIONS_ITEM) ? undefined : { code: "operations-unattested", item: OPERATIONS_ITEM };
}

function costSurprise({ unit, evals, definitions: { value } }: Shown): RiskReason | undefined {
  if (unit.cost === undefined && !evals.some(measuresMoney))
    return { code: "task-cost-unknown", why: unit.why ?? { code: "no-tasks" } };
  if (value.modelCost !== undefined || unit.projection !== undefined) return undefined;
  return { code: "model-cost-unknown" };
}

/** An eval of what an answer costs says it as well as the spend does. */
function measuresMoney({ eval: item, judged }: EvalStanding): boolean {
  const unit = judged?.result.value?.unit;
  return MEASURES[item.measure].averages && unit !== undefined && currencyExponent(unit) !== undefined;
}
