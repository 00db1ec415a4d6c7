import type {
  Amendment,
  CommandRun,
  Decision,
  DecisionOutcome,
  GatePassage,
  PassedCondition,
  RunStop,
  Start,
  TermChange,
} from "../../domain/records/entry.ts";
import {
  actualText,
  lineName,
  type FollowUp,
  type ForecastKind,
  type ForecastLine,
} from "../../domain/records/forecast/forecast.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { DateText, DecimalText, InstantText, MoneyText, Sha256Text } from "./json-texts.ts";

/** A person's word that a checklist item is done. */
export interface AttestationJson {
  /** Checklist and item: `exit.sponsor-committed`. */
  readonly item: string;
  readonly evidence: string;
  readonly note: string | null;
}

/** A command of a checklist item that was run. */
export interface CommandRunJson {
  /** Checklist and item: `release.tests`. */
  readonly item: string;
  readonly command: string;
  readonly cwd: string | null;
  /** Its exit code; null where it was stopped. */
  readonly exit: number | null;
  readonly stopped: RunStop | null;
  readonly seconds: DecimalText;
  /** Where its output is kept: `runs/k7f3q2m-tests.txt`. */
  readonly output: string | null;
  readonly output_sha256: Sha256Text | null;
  /** The last line that it printed. */
  readonly tail: string | null;
}

export interface StartJson {
  /** The agreed terms by their names. */
  readonly terms: Readonly<Record<string, string>>;
  /** Hash of the terms, hex; null in entries of before it was recorded. */
  readonly sha256: string | null;
  readonly timestamp: TimestampJson | null;
}

/** The word of an authority that the terms were there by then. */
export interface TimestampJson {
  readonly at: InstantText;
  readonly authority: string;
  /** The RFC 3161 token in base64. */
  readonly token: string;
}

export interface AmendmentJson {
  readonly reason: string;
  readonly approver: string;
  /** Hash of the terms that it changes from; null in entries of before it was recorded. */
  readonly from_sha256: string | null;
  readonly changes: readonly TermChangeJson[];
}

export interface TermChangeJson {
  readonly term: string;
  /** Null where the term is new. */
  readonly from: string | null;
  /** Null where the term was removed. */
  readonly to: string | null;
  /** How many results for the criterion had been logged when it was changed. */
  readonly results_seen: number;
  /** How the term stood when it was changed; null where that was not recorded. */
  readonly met: TermMetJson | null;
}

export interface TermMetJson {
  readonly spent: MoneyText | null;
  readonly hours: DecimalText | null;
  readonly verdict: string | null;
}

/** A person's word that a kill criterion which was tripped no longer ends the work. */
export interface ClearingJson {
  /** Id of the kill criterion. */
  readonly criterion: string;
  readonly reason: string;
  readonly approver: string;
}

export interface CorrectionJson {
  /** Id of the entry that no longer counts. */
  readonly entry: string;
  readonly reason: string | null;
}

export interface LoggedDecisionJson {
  readonly outcome: DecisionOutcome;
  readonly by: string;
  readonly why: string;
  /** What a go promised, and when people are asked for the actual figures; null where nothing was stored. */
  readonly forecast: ForecastJson | null;
}

export interface ForecastJson {
  /** The days on which people are asked, in order. */
  readonly due: readonly DateText[];
  readonly lines: readonly ForecastLineJson[];
}

export interface ForecastLineJson {
  readonly kind: ForecastKind;
  /** What it is called in `poc followup --actual`: the id of an eval, else the kind. */
  readonly name: string;
  /** For a metric: the good direction. */
  readonly better: "lower" | "higher" | null;
  /** With its unit: `11%`, `0.045 EUR`, `9.1 months`. */
  readonly figure: string;
  /** The 80% range; null where there is none. A range without an upper end may never pay back. */
  readonly low: string | null;
  readonly high: string | null;
}

/** The actual figures for a forecast. */
export interface FollowUpJson {
  /** Id of the entry with the decision. */
  readonly decision: string;
  /** The day of the forecast that it answers. */
  readonly due: DateText;
  /** Figures with their units, by the names of the forecast; a payback may be `never`. */
  readonly actuals: Readonly<Record<string, string>>;
  /** Why it is no longer used; null where it is. */
  readonly not_in_use: string | null;
  readonly source: string | null;
  /** What it is compared with, where the decision stored nothing. */
  readonly forecast: readonly ForecastLineJson[];
}

/** A condition of a gate that need not be met until a day. */
export interface WaivedConditionJson {
  readonly item: string;
  readonly reason: string;
  readonly approver: string;
  readonly until: DateText;
}

export interface PassedGateJson {
  readonly gate: string;
  readonly number: number;
  readonly title: string;
  /** The gate before it. */
  readonly after: string | null;
  readonly outcome: "passed";
  readonly approver: string;
  readonly conditions: readonly PassedConditionJson[];
  /** Questions of its document that nobody had answered. */
  readonly open_questions: readonly string[];
}

/** A condition as it stood when the gate was passed. */
export interface PassedConditionJson {
  readonly item: string;
  readonly state: PassedCondition["state"];
  readonly basis: PassedCondition["basis"];
  /** What showed it, or what was missing and waived. */
  readonly because: string;
  readonly entries: readonly string[];
}

export function loggedDecisionJson({ outcome, by, why, forecast }: Decision): LoggedDecisionJson {
  return {
    outcome,
    by: personText(by),
    why,
    forecast: forecast === undefined ? null : { due: forecast.due, lines: forecast.lines.map(forecastLineJson) },
  };
}

export function forecastLineJson(line: ForecastLine): ForecastLineJson {
  return {
    kind: line.kind,
    name: lineName(line),
    better: line.better ?? null,
    figure: quantityText(line.figure),
    low: line.low === undefined ? null : quantityText(line.low),
    high: line.high === undefined ? null : quantityText(line.high),
  };
}

export function followUpJson({ decision, due, actuals, notInUse, source, forecast }: FollowUp): FollowUpJson {
  return {
    decision,
    due,
    actuals: Object.fromEntries([...actuals].map(([name, actual]) => [name, actualText(actual)])),
    not_in_use: notInUse ?? null,
    source: source ?? null,
    forecast: (forecast ?? []).map(forecastLineJson),
  };
}

export function runJson(run: CommandRun): CommandRunJson {
  return {
    item: run.item,
    command: run.command,
    cwd: run.cwd ?? null,
    exit: run.exit ?? null,
    stopped: run.stopped ?? null,
    seconds: shortDecimalText(run.seconds),
    output: run.output ?? null,
    output_sha256: run.outputSha256 ?? null,
    tail: run.tail ?? null,
  };
}

export function startJson({ terms, sha256, timestamp }: Start): StartJson {
  return {
    terms: Object.fromEntries(terms),
    sha256: sha256 ?? null,
    timestamp:
      timestamp === undefined
        ? null
        : { at: instantText(timestamp.at), authority: timestamp.authority, token: timestamp.token },
  };
}

export function amendmentJson({ reason, approver, fromSha256, changes }: Amendment): AmendmentJson {
  return {
    reason,
    approver: personText(approver),
    from_sha256: fromSha256 ?? null,
    changes: changes.map(termChangeJson),
  };
}

function termChangeJson(change: TermChange): TermChangeJson {
  const { term, from, to, resultsSeen, met } = change;
  return {
    term,
    from: from ?? null,
    to: to ?? null,
    results_seen: resultsSeen,
    met:
      met === undefined
        ? null
        : {
            spent: met.spent === undefined ? null : moneyText(met.spent),
            hours: met.hours === undefined ? null : shortDecimalText(met.hours),
            verdict: met.verdict ?? null,
          },
  };
}

export function passedGateJson(gate: GatePassage): PassedGateJson {
  return {
    gate: gate.gate,
    number: gate.number,
    title: gate.title,
    after: gate.after ?? null,
    outcome: "passed",
    approver: personText(gate.approver),
    conditions: gate.conditions.map(({ item, state, basis, because, entries }) => ({
      item,
      state,
      basis,
      because,
      entries,
    })),
    open_questions: gate.openQuestions ?? [],
  };
}
