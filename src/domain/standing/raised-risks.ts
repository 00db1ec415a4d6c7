import { MEASURES } from "../evidence/measures/measures.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Charter } from "../records/charter.ts";
import { currencyExponent } from "../scalars/currency.ts";
import type { Entry } from "../records/entry.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { Judgement } from "./judgement.ts";
import { DEFINITION_FILES, LOG_FOLDER, type Records } from "../records/records.ts";
import type { CauseOfDeath } from "../records/risk.ts";
import { timeboxPosition, workingDates } from "../records/timebox.ts";
import { listLabel } from "../scalars/labels.ts";

/** A cause of death that the records themselves show. */
export interface RaisedCause {
  /** A clause: `poc.yaml names no sponsor`. */
  readonly because: string;
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

/** A person's word, with a link, that the value is proven elsewhere than in value.yaml. */
const VALUE_ITEM = "exit.value-signal";

/**
 * The causes of death that the records answer, each with what shows it. Nothing is told from the absence of what could
 * not be read. Of security and of what real users will do the records know nothing, so these two are never raised.
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
    because: string | undefined,
    since?: CivilDate,
    entries: readonly string[] = [],
  ) => {
    if (because !== undefined) raised.set(cause, { because, entries, since });
  };
  if (charter !== undefined && charterRead) {
    raise("wrong-stack", foreignStack(charter));
    raise("no-owner", uncommitted(charter));
  }
  if (valueRead && !attests(shown.counted, VALUE_ITEM)) raise("no-value-signal", noValueSignal(shown));
  if (logRead && late !== undefined) raise("ops-invisible", opsInvisible(shown.counted), late);
  if (logRead && valueRead && late !== undefined)
    raise("cost-surprise", costSurprise(shown), late, shown.unit.apartEntries);
  return raised;
}

function attests(counted: readonly Entry[], item: string): boolean {
  return counted.some((entry) => entry.attest.some((attestation) => attestation.item === item));
}

/** The first day of the last third of the timebox, where it has come: until then an open question is work, not risk. */
function lastThird({ definitions: { charter }, started, decision, decided, date }: Shown): CivilDate | undefined {
  const timebox = charter?.timebox;
  if (timebox === undefined || started === undefined) return undefined;
  const until = decided ? decision.current!.entry.date : date;
  const { day, of } = timeboxPosition(timebox, until);
  return of > 0 && 3 * day > 2 * of ? workingDates(timebox)[Math.floor((2 * of) / 3)] : undefined;
}

const LATE = "with two thirds of the timebox gone";

function uncommitted({ owner, sponsor, mvpBudget }: Charter): string | undefined {
  const lacks = [
    owner === undefined ? "owner" : "",
    sponsor === undefined ? "sponsor" : "",
    mvpBudget === undefined ? "MVP budget" : "",
  ].filter((what) => what !== "");
  return lacks.length === 0
    ? undefined
    : `${DEFINITION_FILES.charter} names ${listLabel(lacks.map((what) => `no ${what}`))}`;
}

function foreignStack({ pocStack, productionStack }: Charter): string | undefined {
  const foreign = pocStack.filter((part) => !productionStack.includes(part));
  return foreign.length === 0 || productionStack.length === 0
    ? undefined
    : `the PoC stands on ${listLabel(foreign)}, production does not`;
}

function noValueSignal({ value, definitions }: Shown): string | undefined {
  if (value.missing.length > 0) return `${DEFINITION_FILES.value} lacks ${listLabel(value.missing)}`;
  if (value.paybackThreshold === undefined && value.impactThreshold === undefined)
    return "no threshold says what the idea must be worth";
  return value.inputs.every(
    ({ name, standsAs }) =>
      standsAs === "asserted" || (name === "model_cost" && definitions.value.modelCost === undefined),
  )
    ? "every input of the business case is only asserted"
    : undefined;
}

function opsInvisible(counted: readonly Entry[]): string | undefined {
  return attests(counted, OPERATIONS_ITEM) ? undefined : `nobody has attested ${OPERATIONS_ITEM}, ${LATE}`;
}

function costSurprise({ unit, evals, definitions: { value } }: Shown): string | undefined {
  if (unit.cost === undefined && !evals.some(measuresMoney))
    return `nobody knows what a task costs, ${LATE}: ${unit.why ?? "no tasks were logged"}`;
  if (value.modelCost !== undefined || unit.projection !== undefined) return undefined;
  return `neither ${DEFINITION_FILES.value} nor the log says what models cost a year, ${LATE}`;
}

/** An eval of what an answer costs says it as well as the spend does. */
function measuresMoney({ eval: item, judged }: EvalStanding): boolean {
  const unit = judged?.result.value?.unit;
  return MEASURES[item.measure].averages && unit !== undefined && currencyExponent(unit) !== undefined;
}
