import { takeBackOf } from "../../domain/history/take-back.ts";
import { takeBackClause } from "../../wording/outcome/taken-back.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { subtractMoney } from "../../domain/scalars/money.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { writtenOn } from "../../domain/records/seen.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import type { Check } from "../check.ts";
import { couldBeRead, fillHint } from "../could-be-read.ts";
import { moneyLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { compositionSuffix } from "../../wording/spend.ts";
import { LEAST_DAYS } from "../../domain/spend/burn-rate.ts";
import type { SpendItem } from "../../domain/spend/spend-item.ts";

const CAP: Place = valueAt(DEFINITION_FILES.charter, "spend_cap");

/** From this share of the cap on, somebody should look. */
const NEAR = 0.9;

/** Over the cap, heading over it, or near it: the worst of the three is said. */
export const spendCap: Check = {
  name: "spend-cap",
  codes: [
    "spend-cap-missing",
    "spend-cap-breached",
    "spend-cap-was-breached",
    "spend-projected-over",
    "spend-cap-near",
  ],
  run(standing) {
    if (standing.definitions.charter === undefined) return [];
    const { cap } = standing.spend;
    if (cap !== undefined)
      return [...wasBreached(standing), ...(breached(standing) ?? projectedOver(standing) ?? near(standing) ?? [])];
    if (!couldBeRead(standing, CAP)) return [];
    return [
      {
        code: "spend-cap-missing",
        message: "no spend cap is set, expected the most that the PoC may cost",
        place: CAP,
        hint: fillHint(standing, CAP, "spend_cap: 2000 EUR"),
      },
    ];
  },
};

function breached(standing: Standing): readonly Diagnostic[] | undefined {
  const { cap, total, byBasis, brokenBy, items } = standing.spend;
  if (cap === undefined || brokenBy === undefined) return undefined;
  const own = items.filter((item) => item.entry === brokenBy);
  return [
    {
      code: "spend-cap-breached",
      message:
        `${moneyLabel(total)} spent${compositionSuffix(byBasis)}, ${moneyLabel(subtractMoney(total, cap))} over the ` +
        `cap of ${moneyLabel(cap)} since entry ${brokenBy.id}`,
      place: own.length === 1 ? amountPlace(own[0]!) : valueAt(brokenBy.file, "spend"),
      related: [{ place: CAP, label: "the cap" }],
      hint: 'stop spending and decide, or have the cap raised: poc amend --set "spend_cap=…"',
    },
  ];
}

/** What was taken back had still been known as spent, by people who had no permission to spend it. */
function wasBreached({ spend: { cap, wasOver } }: Standing): readonly Diagnostic[] {
  if (cap === undefined || wasOver === undefined) return [];
  const { entry, total, until, estimated } = wasOver;
  const on = writtenOn(entry);
  return [
    {
      code: "spend-cap-was-breached",
      message:
        `${moneyLabel(total)} had been spent on ${dateLabel(on)}${estimated ? ", in part by estimates" : ""}, ` +
        `${moneyLabel(subtractMoney(total, cap))} over the cap of ${moneyLabel(cap)}, until ` +
        takeBackClause(takeBackOf(until), on),
      place: valueAt(entry.file, "spend"),
      related: [
        { place: CAP, label: "the cap" },
        { place: valueAt(until.file, until.undo === undefined ? "spend" : "undo"), label: "taken back here" },
      ],
      hint: "no action is needed: the memo shows it too",
    },
  ];
}

function projectedOver(standing: Standing): readonly Diagnostic[] | undefined {
  const { cap, total, byBasis, projected, burnRate, breaksOn, share } = standing.spend;
  const { timebox, definitions, phase } = standing;
  if (
    phase !== "running" ||
    cap === undefined ||
    breaksOn === undefined ||
    projected === undefined ||
    burnRate === undefined ||
    timebox === undefined
  )
    return undefined;
  if (timebox.day < LEAST_DAYS || definitions.charter?.timebox === undefined) return undefined;
  const day = workingDates(definitions.charter.timebox).indexOf(breaksOn) + 1;
  const used = share === undefined ? "" : ` (${shareLabel(share)})`;
  return [
    {
      code: "spend-projected-over",
      message:
        `${moneyLabel(total)} of ${moneyLabel(cap)}${used} spent${compositionSuffix(byBasis)} by day ${timebox.day} ` +
        `of ${timebox.of}; at ${moneyLabel(burnRate)} a day the cap is passed on ${dateLabel(breaksOn)}, day ${day}, ` +
        `and the total ends at about ${moneyLabel(projected)}`,
      place: CAP,
      ...lastSpend(standing),
      hint: "run fewer or cheaper cases, or decide earlier",
    },
  ];
}

function near(standing: Standing): readonly Diagnostic[] | undefined {
  const { cap, total, byBasis, share, remaining } = standing.spend;
  const closed = standing.phase === "decided" || standing.phase === "draft";
  if (closed || cap === undefined || share === undefined || share < NEAR || remaining === undefined) return undefined;
  return [
    {
      code: "spend-cap-near",
      message:
        `${moneyLabel(total)} of ${moneyLabel(cap)} (${shareLabel(share)}) spent${compositionSuffix(byBasis)}, ` +
        `${moneyLabel(remaining)} left`,
      place: CAP,
      ...lastSpend(standing),
      hint: "keep the rest for the deciding run",
    },
  ];
}

function lastSpend(standing: Standing) {
  const last = standing.spend.items.at(-1);
  return last === undefined ? {} : { related: [{ place: amountPlace(last), label: "the latest spend" }] };
}

function amountPlace(item: SpendItem): Place {
  return valueAt(item.entry.file, "spend", item.index, "amount");
}
