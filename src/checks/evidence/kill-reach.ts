import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { baselineFigure } from "../../domain/evidence/baseline-figure.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { baselineText, type Eval } from "../../domain/records/eval.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { daysBetween } from "../../domain/scalars/calendar.ts";
import type { Condition } from "../../domain/scalars/condition.ts";
import { compareDecimals, decimalNumber } from "../../domain/scalars/decimal.ts";
import { hoursLabel, moneyLabel, numberLabel } from "../../domain/scalars/labels.ts";
import { moneyDecimal } from "../../domain/scalars/money.ts";
import { quantityNumber } from "../../domain/scalars/quantity.ts";
import { conditionLabel } from "../../domain/standing/kill-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";

/** A kill criterion has to be able to trip: nothing else may end the work long before. */
export const killReach: Check = {
  name: "kill-reach",
  codes: ["kill-criterion-out-of-reach"],
  run(standing) {
    if (standing.phase === "decided" || standing.phase === "over") return [];
    return standing.definitions.killCriteria.flatMap((criterion): readonly Diagnostic[] => {
      const { id, when } = criterion;
      const beyond = when && beyondReach(when, standing);
      if (when === undefined || beyond === undefined) return [];
      return [
        {
          code: "kill-criterion-out-of-reach",
          message: `${id}: ${conditionLabel(when)} is too far away to end the work: ${beyond.why}`,
          place: valueAt(DEFINITION_FILES.killCriteria, id, "when"),
          ...(beyond.place === undefined ? {} : { related: [{ place: beyond.place, label: beyond.label }] }),
          hint: hintOf(criterion, standing),
        },
      ];
    });
  },
};

interface Beyond {
  readonly why: string;
  readonly place?: Place;
  readonly label: string;
}

function hintOf({ id }: KillCriterion, { started }: Standing): string {
  const what = "name a state that could come about and should end the work";
  return started === undefined ? what : `${what}: poc amend --set kill-criteria.${id}.when="…"`;
}

function beyondReach(when: Condition, standing: Standing): Beyond | undefined {
  if (when.metric === "spend.total" || when.metric === "spend.share") return beyondCap(when, standing);
  if (when.metric === "hours.total") return beyondHours(when, standing);
  const item = standing.definitions.evals.find(({ id }) => id === when.metric);
  return item && beyondBaseline(when, item);
}

/** Only what grows past a limit: money below an amount is another matter. */
function isAbove({ comparator }: Condition): boolean {
  return comparator.startsWith(">");
}

function beyondCap(when: Condition, { definitions: { charter } }: Standing): Beyond | undefined {
  const cap = charter?.spendCap;
  if (cap === undefined || !isAbove(when)) return undefined;
  const { amount, unit } = when.quantity;
  const isBeyond =
    when.metric === "spend.share"
      ? unit === "%" && quantityNumber(when.quantity) > 1
      : unit === cap.currency && compareDecimals(amount, moneyDecimal(cap)) > 0;
  if (!isBeyond) return undefined;
  return {
    why: `the spend cap of ${moneyLabel(cap)} is exceeded before that`,
    place: valueAt(DEFINITION_FILES.charter, "spend_cap"),
    label: "the spend cap",
  };
}

/** Without a cap on hours: more people than work on any proof of concept. */
const MANY_PEOPLE = 100;

function beyondHours(when: Condition, { definitions: { charter }, timebox }: Standing): Beyond | undefined {
  if (!isAbove(when) || when.quantity.unit !== "h") return undefined;
  const cap = charter?.hoursCap;
  if (cap !== undefined)
    return compareDecimals(when.quantity.amount, cap) > 0
      ? {
          why: `the hours cap of ${hoursLabel(cap)} is exceeded before that`,
          place: valueAt(DEFINITION_FILES.charter, "hours_cap"),
          label: "the hours cap",
        }
      : undefined;
  if (timebox === undefined) return undefined;
  const most = (daysBetween(timebox.start, timebox.end) + 1) * 24 * MANY_PEOPLE;
  if (decimalNumber(when.quantity.amount) <= most) return undefined;
  return {
    why: `in this timebox, ${MANY_PEOPLE} people who work day and night have ${numberLabel(most)} h`,
    label: "",
  };
}

/** Beyond so much of the way from today to the worst that there is. */
const FAR = 0.75;

/** Nearly everything would have to go wrong, where little goes wrong today. */
function beyondBaseline(when: Condition, item: Eval): Beyond | undefined {
  const { countsWithinLimit, writtenIn } = MEASURES[item.measure];
  const { baseline } = item;
  if (baseline === undefined || countsWithinLimit || writtenIn !== "share" || when.quantity.unit !== "%")
    return undefined;
  if (isAbove(when) !== (item.better === "lower")) return undefined;
  const [today, limit] = [baselineFigure(baseline, { kind: "share" }), quantityNumber(when.quantity)];
  if (today === undefined) return undefined;
  const [way, worst] = item.better === "lower" ? [limit - today, 1 - today] : [today - limit, today];
  if (worst <= 0 || way / worst <= FAR) return undefined;
  return {
    why: `today it is ${baselineText(baseline)}, and only a result that is far worse trips it`,
    place: valueAt(DEFINITION_FILES.evals, item.id, "baseline"),
    label: "the agreed baseline",
  };
}
