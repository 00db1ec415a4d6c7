import type { ExportedPoc } from "../../src/app/export/exported-poc.ts";
import type { Entry } from "../../src/domain/records/entry.ts";
import type { Actual, FollowUp, Forecast } from "../../src/domain/records/forecast/forecast.ts";
import type { Records } from "../../src/domain/records/records.ts";
import { replay } from "../../src/domain/standing/replay.ts";
import { standingOf } from "../../src/domain/standing/standing.ts";
import {
  amount,
  asOf,
  date,
  decided,
  entry,
  hours,
  meeting,
  number,
  quantity,
  records,
  result,
  SOUND,
  spent,
  start,
  withCharter,
} from "./records.ts";

/** Ten working days from 23 November. */
const DAYS = ["11-23", "11-24", "11-25", "11-26", "11-27", "11-30", "12-01", "12-02", "12-03", "12-04"];
const LAST_DAY = "2026-12-11";
/** Beside the start and, in most, the decision. */
const WORK = 98;
/** Of so many, each second five have their days walked. */
const REPLAYED = 200;

/**
 * A portfolio as an organisation has it: PoCs of about a hundred entries each, that were decided in all the ways there
 * are, or not, with amounts in two currencies, tokens of fractions of a cent, bills for estimates, and corrections.
 */
export function manyPocs(count: number): readonly ExportedPoc[] {
  return Array.from({ length: count }, (_, nth) => pocOf(nth));
}

export function manyRecords(nth: number): Records {
  const definitions = withCharter(
    { title: `PoC ${nth}`, owner: { name: `Owner ${nth % 7}` }, ...(nth % 3 === 0 ? { team: "Field service" } : {}) },
    SOUND,
  );
  const decisions = decisionOf(nth);
  return records({
    definitions,
    log: [start(definitions), ...workOf(nth), ...decisions, ...decisions.flatMap((one) => followUpOf(nth, one))],
  });
}

function pocOf(nth: number): ExportedPoc {
  const moment = asOf(LAST_DAY);
  const all = manyRecords(nth);
  const source = `acme/repository-${nth % 40}`;
  return {
    key: `${source}/poc-${nth}`,
    source,
    place: `poc-${nth}`,
    standing: standingOf(all, moment),
    // To judge each day anew takes long; each state of a PoC is among those that are.
    replayed: nth % 10 < 5 && nth < REPLAYED ? replay(all, moment) : { days: [], kill: [], evals: [] },
  };
}

function workOf(nth: number): readonly Entry[] {
  const bad = nth % 5 === 1;
  return Array.from({ length: WORK }, (_, k): Entry => {
    const [day, hour] = [DAYS[Math.floor(k / 10)]!, 9 + (k % 10)];
    const facts = (more: Partial<Entry>) =>
      entry(`2026-${day} ${String(hour).padStart(2, "0")}:${String(k % 60).padStart(2, "0")}`, {
        id: `e${k}`,
        ...more,
      });
    switch (k % 10) {
      case 1:
        return facts({ time: [hours(`${1 + (nth % 3)}.25`)], note: `Worked on "${nth}", part ${k}` });
      case 2:
        return facts({ time: [meeting("0.5", 4)] });
      case 3:
        return facts({ spend: [spent(`${1 + ((nth + k) % 20)}.37 USD`)] });
      case 4:
        return facts({ spend: [{ ...spent("0.01 EUR"), exact: number(`0.0${1 + (nth % 8)}4567`), basis: "metered" }] });
      case 5:
        return facts({ spend: [amount("estimated 10 EUR data")] });
      case 6:
        return k % 20 === 6 ? facts({ spend: [amount("9.50 EUR data", `e${k - 1}`)] }) : facts({ note: "=1+1" });
      case 7:
        return k % 30 === 7 ? facts({ undo: { entry: `e${k - 6}` } }) : facts({ note: "Line one\nline two" });
      case 8:
        return facts({ risks: [{ id: "privacy", level: bad ? "high" : "low", note: "Traces" }] });
      case 9:
        return k % 50 === 49
          ? facts({ results: [result("wrong-rate", bad ? "80/200" : `${20 + (nth % 9)}/200`)] })
          : facts({ note: "Nothing new" });
      default:
        return facts({ spend: [spent(`${10 + (nth % 13)}.00 EUR`, "infrastructure")] });
    }
  });
}

function decisionOf(nth: number): readonly Entry[] {
  const outcome = (["go", "no-go", "conditional", "extend", undefined] as const)[nth % 5];
  if (outcome === undefined) return [];
  const day = `2026-12-${String(4 + (nth % 6)).padStart(2, "0")} 16:00`;
  const conditions = outcome === "conditional" ? { conditions: [{ what: "DPA signed" }] } : {};
  const forecast = outcome === "go" || outcome === "conditional" ? { forecast: forecastOf(nth) } : {};
  return [decided(day, outcome, { ...conditions, ...forecast })];
}

/** Due before the last day, so that what came true is known on it. */
function forecastOf(nth: number): Forecast {
  return {
    due: [date("2026-12-10"), date("2026-12-11")],
    lines: [
      {
        kind: "metric",
        eval: "wrong-rate",
        better: "lower",
        figure: quantity(`${10 + (nth % 7)}%`),
        low: quantity("9%"),
        high: quantity("15%"),
      },
      { kind: "unit-cost", figure: quantity(nth % 20 === 0 ? "0 EUR" : "0.045 EUR") },
      { kind: "payback", figure: quantity("9.1 months"), low: quantity("6 months") },
    ],
  };
}

/** Half of them are answered, some twice, some by what contradicts itself, some because nobody uses it any more. */
function followUpOf(nth: number, { id, decision }: Entry): readonly Entry[] {
  if (decision?.forecast === undefined || nth % 4 === 3) return [];
  const answer = (key: string, due: string, rate: number, more: Partial<FollowUp> = {}) =>
    entry("2026-12-10 17:00", {
      id: `f${key}`,
      followup: {
        decision: id,
        due: date(due),
        actuals: new Map<string, Actual>([
          ["wrong-rate", quantity(`${rate}%`)],
          ["unit-cost", quantity(`0.0${40 + (nth % 13)} EUR`)],
          ["payback", nth % 3 === 0 ? "never" : quantity(`${7 + (nth % 9)} months`)],
        ]),
        ...more,
      },
    });
  const first = answer("1", "2026-12-10", 9 + (nth % 11));
  if (nth % 4 === 0) return [first];
  if (nth % 4 === 1) return [first, answer("2", "2026-12-11", 8 + (nth % 12))];
  if (nth % 8 === 2) return [first, answer("3", "2026-12-10", 40)];
  return [answer("4", "2026-12-10", 10, { actuals: new Map(), notInUse: "Stopped" })];
}
