import { NO_FACTS } from "../../src/domain/records/facts.ts";
import type { AssumptionAnswer } from "../../src/domain/records/assumption.ts";
import { parseDate, type CivilDate } from "../../src/domain/scalars/calendar.ts";
import type { Charter } from "../../src/domain/records/charter.ts";
import { parseCondition } from "../../src/domain/scalars/condition.ts";
import { NO_COSTS, SPEND_BASES, type SpendCategory } from "../../src/domain/records/costs.ts";
import { parseCount } from "../../src/domain/scalars/count.ts";
import { parseDecimal, type Decimal } from "../../src/domain/scalars/decimal.ts";
import type { Decision, Entry, SpendLine, TermChange, TimeLine } from "../../src/domain/records/entry.ts";
import type { PairedCounts, Result } from "../../src/domain/records/evals/result.ts";
import { parseBaseline, type Eval } from "../../src/domain/records/eval.ts";
import { dateIn, endOfDay, parseInstant, type Zone } from "../../src/domain/scalars/instant.ts";
import type { KillCriterion } from "../../src/domain/records/kill-criterion.ts";
import { byTime } from "../../src/domain/records/log.ts";
import { parseMoney, type Money } from "../../src/domain/scalars/money.ts";
import type { Parsed } from "../../src/domain/scalars/parsed.ts";
import { parsePerson, type Person } from "../../src/domain/scalars/person.ts";
import { parseQuantity, type Quantity } from "../../src/domain/scalars/quantity.ts";
import type { Definitions, Placeholder, Records } from "../../src/domain/records/records.ts";
import { standingOf, type Standing } from "../../src/domain/standing/standing.ts";
import { parseExpectation, parseTarget, type Target } from "../../src/domain/scalars/target.ts";
import { termsOf } from "../../src/domain/records/terms.ts";
import { SATURDAY_SUNDAY } from "../../src/domain/records/timebox.ts";
import type { Estimate } from "../../src/domain/records/value.ts";
import type { Place } from "../../src/diagnostics/place.ts";
import type { AsOf } from "../../src/domain/standing/as-of.ts";

/** Records made by hand, in the words of the files: for tests of the domain and of the checks, without any YAML. */

/** An hour east of UTC all year, so that no test depends on what a machine knows of zones. */
export const ZONE: Zone = { name: "Europe/Berlin", offsetAt: () => 60 };

/** The value of a text that is known to be right. */
export function must<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

export const date = (text: string): CivilDate => must(parseDate(text));
export const money = (text: string): Money => must(parseMoney(text));
export const number = (text: string): Decimal => must(parseDecimal(text));
export const person = (text: string): Person => must(parsePerson(text));
export const target = (text: string): Target => must(parseTarget(text));
export const quantity = (text: string): Quantity => must(parseQuantity(text));

export const ANA = person("Ana Ruiz <ana@example.com>");
export const MARTA = person("Marta Weiss <marta@example.com>");

/** One figure of the business case, measured. */
export function known<T>(figure: T): Estimate<T> {
  return { low: figure, likely: figure, high: figure, grade: "measured", source: "records" };
}

interface WrittenEval extends Omit<Partial<Eval>, "baseline" | "target" | "expected"> {
  readonly baseline?: string;
  readonly target?: string;
  readonly expected?: string;
}

/** An eval from the texts of evals.yaml. */
export function evalOf({ baseline, target: wanted, expected, ...rest }: WrittenEval): Eval {
  return {
    id: "wrong-rate",
    measure: "proportion",
    better: "lower",
    primary: true,
    ...rest,
    ...(baseline === undefined ? {} : { baseline: must(parseBaseline(baseline)) }),
    ...(wanted === undefined ? {} : { target: target(wanted) }),
    ...(expected === undefined ? {} : { expected: must(parseExpectation(expected)) }),
  };
}

/** A kill criterion from the texts of kill-criteria.yaml. */
export function killOf({
  when,
  by,
  ...rest
}: {
  id?: string;
  when?: string;
  ask?: string;
  by?: string;
  statement?: string;
}): KillCriterion {
  return {
    id: "no-better",
    ...rest,
    ...(when === undefined ? {} : { when: must(parseCondition(when)) }),
    ...(by === undefined ? {} : { by: date(by) }),
  };
}

/** Ten working days, from Monday 23 November to Friday 4 December 2026. */
export const CHARTER: Charter = {
  title: "Retrieval for the policy assistant",
  question: "Does retrieval cut wrong answers?",
  unknowns: [{ question: "Does retrieval lower the wrong-answer rate?", answeredBy: ["wrong-rate"] }],
  motivations: ["business-problem"],
  owner: ANA,
  sponsor: MARTA,
  timebox: {
    start: date("2026-11-23"),
    workingDays: 10,
    timezone: "Europe/Berlin",
    weekend: SATURDAY_SUNDAY,
    holidays: [],
  },
  spendCap: money("2000 EUR"),
  mvpBudget: money("120000 EUR"),
  productionStack: ["python 3.12", "kubernetes"],
  pocStack: ["python 3.12"],
  confidence: 0.95,
  showHoursBy: "team",
};

/** A PoC of which no check has anything to say. */
export const SOUND: Definitions = {
  charter: CHARTER,
  assumptions: [{ id: "retrieval-helps", statement: "Retrieval finds the passage", testedBy: ["wrong-rate"] }],
  evals: [evalOf({ metric: "Wrong answers", baseline: "60/200", target: "reduction >= 40%", minN: 200 })],
  killCriteria: [killOf({ when: "wrong-rate > 28%", by: "2026-12-02" })],
  costs: {
    ...NO_COSTS,
    exchange: [{ currency: "USD", rate: number("0.92"), date: date("2026-11-20"), source: "ECB" }],
    hourlyRates: new Map([["default", money("85 EUR")]]),
  },
  // 100 × 6 × 4 ÷ 60 × 50 × 220 − 40000 = 400000 EUR a year; 100000 EUR pay back in 3 months.
  value: {
    users: known(number("100")),
    tasksPerDay: known(number("6")),
    minutesSaved: known(number("4")),
    hourlyRate: known(money("50 EUR")),
    workdaysPerYear: known(number("220")),
    platformCost: known(money("40000 EUR")),
    buildCost: known(money("100000 EUR")),
    paybackThreshold: number("12"),
  },
  risks: [
    { id: "privacy", cause: "risk-ignored", level: "low" },
    { id: "operations", cause: "ops-invisible", level: "medium", owner: ANA, mitigation: "behind the gateway" },
    { id: "cost", cause: "cost-surprise", level: "low", owner: ANA, mitigation: "answers are cached" },
    { id: "users", cause: "customer-chaos", level: "low" },
  ],
};

/** `definitions` with another charter. */
export function withCharter(charter: Partial<Charter>, definitions: Definitions = SOUND): Definitions {
  return { ...definitions, charter: { ...definitions.charter!, ...charter } };
}

/** The charter without some of its fields. */
export function lacking(...fields: (keyof Charter)[]): Definitions {
  const charter: Partial<Record<keyof Charter, unknown>> = { ...CHARTER };
  for (const field of fields) delete charter[field];
  return { ...SOUND, charter: charter as unknown as Charter };
}

type Facts = Partial<Omit<Entry, "file" | "at" | "date">>;

/** An entry of `2026-11-25 16:20`, or of noon where only the day is said. Its id is its day and hour unless it is given. */
export function entry(when: string, facts: Facts = {}): Entry {
  const [day = "", time = "12:00"] = when.split(" ");
  const at = must(parseInstant(`${day}T${time}:00+01:00`));
  const id = facts.id ?? `${day.slice(5).replace("-", "")}${time.slice(0, 2)}x`;
  return {
    by: ANA,
    ...NO_FACTS,
    ...facts,
    id,
    file: `log/${id}.yaml`,
    at,
    date: dateIn(ZONE, at.epochMs),
  };
}

/** An entry that is dated back: about the day of `when`, and written only at `logged`. */
export function datedBack(when: string, logged: string, facts: Facts = {}): Entry {
  return { ...entry(when, facts), logged: entry(logged).at };
}

/** `22/200`, `1.8 s` or paired counts, for an eval. */
export function result(evalId: string, figure: string | PairedCounts, more: Partial<Result> = {}): Result {
  const measured =
    typeof figure !== "string"
      ? { pairs: figure }
      : /^\d+\/\d+$/.test(figure)
        ? { count: must(parseCount(figure)) }
        : { value: quantity(figure) };
  return { eval: evalId, arm: "", ...measured, ...more };
}

export function spent(amount: string, category: SpendCategory = "tokens", rate?: string): SpendLine {
  return { amount: money(amount), category, ...(rate === undefined ? {} : { rate: number(rate) }) };
}

/** `estimated 40 EUR tokens`, `metered 12 USD tokens`; or a bill: `41 EUR tokens`, with the entries that it replaces. */
export function amount(text: string, ...replaces: readonly string[]): SpendLine {
  const words = text.split(" ");
  const basis = SPEND_BASES.find((word) => word === words[0]);
  const [size, currency, category] = basis === undefined ? words : words.slice(1);
  return {
    ...spent(`${size} ${currency}`, category as SpendCategory),
    ...(basis === undefined ? {} : { basis }),
    ...(replaces.length === 0 ? {} : { replaces }),
  };
}

export function hours(text: string): TimeLine {
  return { hours: number(text), people: 1, meeting: false };
}

export function meeting(length: string, people: number): TimeLine {
  return { hours: number(length), people, meeting: true };
}

export function assumes(id: string, answer: AssumptionAnswer): Facts {
  return { assumptions: new Map([[id, answer]]) };
}

export function answers(id: string, answer: "yes" | "no"): Facts {
  return { answers: new Map([[id, answer]]) };
}

/** The entry that freezes the terms of `definitions`, on the morning of the first day unless another is given. */
export function start(definitions: Definitions = SOUND, when = "2026-11-23 09:00"): Entry {
  return entry(when, { id: "start00", start: { terms: termsOf(definitions) } });
}

/** An amendment of one term. */
export function amended(
  when: string,
  term: string,
  from: string | undefined,
  to: string | undefined,
  resultsSeen = 0,
): Entry {
  const change: TermChange = {
    term,
    resultsSeen,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  return entry(when, { amend: { changes: [change], reason: "agreed", approver: MARTA } });
}

export function decided(when: string, outcome: Decision["outcome"], more: Partial<Decision> = {}): Entry {
  return entry(when, {
    by: MARTA,
    decision: {
      outcome,
      by: MARTA,
      why: "as agreed",
      conditions: [],
      recommended: outcome === "conditional" ? "go" : outcome,
      rule: "everything-met",
      ...more,
    },
  });
}

export interface Poc {
  /** As they stand in the files. */
  readonly definitions?: Definitions;
  readonly log?: readonly Entry[];
  readonly placeholders?: readonly Placeholder[];
  readonly unreadable?: readonly Place[];
  readonly memos?: readonly string[];
}

export function records({
  definitions = SOUND,
  log = [],
  placeholders = [],
  unreadable = [],
  memos = [],
}: Poc): Records {
  return { definitions, log: [...log].sort(byTime), placeholders, unreadable, memos, zone: ZONE };
}

/** The end of a day, or a moment of it: `2026-11-25`, `2026-11-25 16:20`. */
export function asOf(when: string, now = false): AsOf {
  const [day = "", time] = when.split(" ");
  const epochMs =
    time === undefined ? endOfDay(ZONE, date(day)) : must(parseInstant(`${day}T${time}:00+01:00`)).epochMs;
  return { epochMs, date: dateIn(ZONE, epochMs), now };
}

/** What is made of a PoC by the end of a day. */
export function standing(poc: Poc, when: string): Standing {
  return standingOf(records(poc), asOf(when));
}
