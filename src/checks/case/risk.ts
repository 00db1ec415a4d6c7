import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { CAUSES_OF_DEATH, type CauseOfDeath } from "../../domain/records/risk.ts";
import { OPERATIONS_ITEM, type RiskReason } from "../../domain/standing/raised-risks.ts";
import { causeOf, isRaisedRisk, type RiskStanding } from "../../domain/standing/risk-standing.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { couldBeRead } from "../could-be-read.ts";
import { raisedLabel } from "../../wording/risk-causes.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { saying } from "../../domain/records/log.ts";

const FILE = DEFINITION_FILES.risks;

/**
 * The causes of death on which nothing but the register says anything; the other four show in the records themselves.
 */
const OF_THE_REGISTER: readonly CauseOfDeath[] = ["risk-ignored", "ops-invisible", "customer-chaos"];

/** A risk that is still unknown after this many working days is being put off. */
const DAYS_TO_ASK = 2;

export const risk: Check = {
  name: "risk",
  codes: ["risk-unassessed", "risk-high-unowned", "risk-raised", "risk-cause-missing"],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    // Once for all risks, because a log may open as many risks as it has entries.
    const logged: Logged = new Map(saying(standing.log.counted, "risks").map((entry) => [entry.id, entry]));
    return [...causesMissing(standing), ...standing.risks.flatMap((item) => ofRisk(item, standing, logged))];
  },
};

/** Entries that speak of risks, by their ids. */
type Logged = ReadonlyMap<string, Entry>;

function ofRisk(item: RiskStanding, standing: Standing, logged: Logged): readonly Diagnostic[] {
  const { id, owner, mitigation } = item.risk;
  if (isRaisedRisk(item) && item.stated !== "high")
    return owner !== undefined && mitigation !== undefined ? [] : raised(item, standing, logged);
  const related = loggedAt(item, logged);
  if (item.level === "unknown") {
    if (standing.phase === "draft" || (standing.timebox?.day ?? Infinity) <= DAYS_TO_ASK) return [];
    return [
      {
        code: "risk-unassessed",
        message: `${id} has no level yet, expected low, medium, high or closed`,
        place: riskPlace(item, logged, "level"),
        hint: `ask a person who knows, then poc log --risk ${id}=low`,
      },
    ];
  }
  if (item.level !== "high" || (owner !== undefined && mitigation !== undefined)) return [];
  const lacks = [owner === undefined ? "owner" : "", mitigation === undefined ? "mitigation" : ""].filter(
    (field) => field !== "",
  );
  return [
    {
      code: "risk-high-unowned",
      message: `${id} is high and has no ${lacks.join(" and no ")}, expected ${lacks.length === 2 ? "both" : "one"}`,
      place: riskPlace(item, logged, lacks[0]!),
      ...(related === undefined || !item.inRegister
        ? {}
        : { related: [{ place: related, label: "called high here" }] }),
      hint:
        `${item.inRegister ? "add" : `add ${id} to risks.yaml with`} ${listLabel(lacks.map((field) => `${field}:`))}` +
        `${item.inRegister ? " to it in risks.yaml" : ""}`,
    },
  ];
}

const TASK_COST = "poc log --tasks 262/300 --spend 13.60:tokens says what a task costs";

/**
 * What would fix a cause that the records show. A cause that shows elsewhere has a check of its own, or depends on one.
 */
const RAISED_HINTS: Readonly<Record<RiskReason["code"], string | undefined>> = {
  "stack-differs": undefined,
  "commitment-incomplete": undefined,
  "value-incomplete": undefined,
  "no-threshold": undefined,
  "every-input-asserted": "state in value.yaml how you know the figures, with grade: and source:",
  "data-access-ad-hoc": "agree with the owners of the data how you get it, and write data_access: agreed in poc.yaml",
  "operations-unplanned": "plan who runs, pays for and supports it, and write operations: planned in poc.yaml",
  "operations-unattested": `poc log --attest ${OPERATIONS_ITEM}=LINK says who monitors it, and where`,
  "task-cost-unknown": TASK_COST,
  "model-cost-unknown": TASK_COST,
};

/** A risk that the records raise, without an answer; a draft is still being written. */
function raised(item: RiskStanding, standing: Standing, logged: Logged): readonly Diagnostic[] {
  const { id } = item.risk;
  const hint = item.raised && RAISED_HINTS[item.raised.because.code];
  if (hint === undefined || standing.phase === "draft") return [];
  return [
    {
      code: "risk-raised",
      message: `the records raise ${raisedLabel(item)}; expected an answer, or an owner and a mitigation`,
      place: riskPlace(item, logged, "level"),
      hint: `${hint}; or, if it is not a risk, poc log --risk "${id}=low: why"`,
    },
  ];
}

/** In the register if it is there, otherwise where the log names it. */
function riskPlace(item: RiskStanding, logged: Logged, field: string): Place {
  return item.inRegister ? valueAt(FILE, item.risk.id, field) : (loggedAt(item, logged) ?? valueAt(FILE));
}

function loggedAt(item: RiskStanding, logged: Logged): Place | undefined {
  const last = item.entries.at(-1);
  const entry = last === undefined ? undefined : logged.get(last);
  if (entry === undefined) return undefined;
  return valueAt(
    entry.file,
    "risks",
    entry.risks.findLastIndex((note) => note.id === item.risk.id),
  );
}

function causesMissing(standing: Standing): readonly Diagnostic[] {
  const place = valueAt(FILE);
  // What only the log or the records name is in the register too, as far as it matters here.
  const named = new Set(standing.risks.map((item) => causeOf(item.risk)));
  const missing = OF_THE_REGISTER.filter((cause) => !named.has(cause));
  if (
    missing.length === 0 ||
    standing.unreadable.some((unreadable) => unreadable.file === FILE) ||
    !couldBeRead(standing, place)
  )
    return [];
  return [
    {
      code: "risk-cause-missing",
      message: `the risk register does not mention ${listLabel(missing)}, expected a risk for each`,
      place,
      hint: `add one with cause: ${missing[0]!}, and ask: ${CAUSES_OF_DEATH[missing[0]!].question}`,
    },
  ];
}
