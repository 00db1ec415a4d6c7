import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { runText } from "../../wording/item-reasons.ts";
import { countText } from "../../domain/scalars/count.ts";
import { decimalText, shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { Entry, Result, SpendLine, TaskLine, TimeLine } from "../../domain/records/entry.ts";
import { clockLabel } from "../../domain/scalars/instant.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { takerOf } from "../../domain/spend/replacement.ts";
import { basisClause } from "../../wording/spend.ts";
import type { SpendStanding } from "../../domain/spend/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { countLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import { termLabel, termTextLabel } from "../../domain/records/term-label.ts";

/** One entry of the log. */
export interface LogRow {
  readonly id: string;
  /** `16:20`, in the offset in which it was written. */
  readonly time: string;
  readonly by: string;
  readonly note: string;
  /** What else the entry holds: `wrong-rate 22/200, arm reranker-k8`. */
  readonly facts: readonly string[];
  /** Amounts whose place another took, with the entry of that other: they no longer count. */
  readonly replaced: readonly { readonly text: string; readonly by: readonly string[] }[];
  readonly withdrawn: boolean;
  /** Why it was withdrawn; "" where it was not, or nobody said. */
  readonly withdrawnWhy: string;
  /** The correction that withdrew it. */
  readonly withdrawnBy: readonly string[];
}

/** What was logged on one day. */
export interface LogDay {
  readonly date: string;
  readonly entries: readonly LogRow[];
}

/** The whole log by day, oldest first, with what was withdrawn. */
export function logSection({ log, definitions, spend }: Standing): readonly LogDay[] {
  const hours = definitions.charter?.showHoursBy ?? "team";
  const days = new Map<CivilDate, LogRow[]>();
  for (const entry of log.entries) {
    const rows = days.get(entry.date) ?? [];
    days.set(entry.date, rows);
    rows.push(logRow(entry, log.withdrawn.get(entry.id), spend.replaced, hours));
  }
  return [...days].map(([date, entries]) => ({ date: longDateLabel(date), entries }));
}

function logRow(
  entry: Entry,
  undo: Entry | undefined,
  replacements: SpendStanding["replaced"],
  hours: "team" | "person",
): LogRow {
  const takers = entry.spend.map((_, index) => takerOf(replacements, entry.id, index));
  const spend = entry.spend.filter((_, index) => takers[index] === undefined);
  return {
    id: entry.id,
    time: clockLabel(entry.at),
    by: entry.by.name,
    note: entry.note ?? "",
    facts: factsOf({ ...entry, spend }, hours),
    replaced: takers.flatMap((taker, index) =>
      taker === undefined ? [] : [{ text: spendText(entry.spend[index]!), by: [taker.entry.id] }],
    ),
    withdrawn: undo !== undefined,
    withdrawnWhy: undo?.undo?.reason ?? "",
    withdrawnBy: undo === undefined ? [] : [undo.id],
  };
}

function factsOf(entry: Entry, hours: "team" | "person"): readonly string[] {
  return [
    ...entry.results.map(resultText),
    ...entry.tasks.map(tasksText),
    ...entry.spend.map(spendText),
    ...entry.time.map((line) => timeText(line, hours)),
    ...[...entry.assumptions].map(([id, answer]) =>
      answer === "open" ? `assumption ${id} is open` : `assumption ${id} ${answer}`,
    ),
    ...entry.risks.map(
      (risk) =>
        `risk ${risk.id} is ${risk.level === "unknown" ? "not assessed" : risk.level}${noted(risk.note)}` +
        `${risk.evidence === undefined ? "" : `, evidence ${risk.evidence}`}`,
    ),
    ...[...entry.answers].map(
      ([id, answer]) => `kill criterion ${id}: ${answer === "yes" ? "yes, the state is there" : "no, it is not"}`,
    ),
    ...entry.attest.map(
      (attestation) => `${attestation.item} attested: ${attestation.evidence}${noted(attestation.note)}`,
    ),
    ...entry.runs.map((run) => `${run.item} checked: ${runText(run)}`),
    ...(entry.start === undefined ? [] : [`${countLabel(entry.start.terms.size, "term")} frozen, the clock starts`]),
    ...amendText(entry),
    ...(entry.undo === undefined
      ? []
      : [`withdraws ${entry.undo.entry}${entry.undo.reason === undefined ? "" : `: ${entry.undo.reason}`}`]),
    ...decisionText(entry),
    ...gateText(entry),
  ];
}

function spendText(line: SpendLine): string {
  const rate = line.rate === undefined ? "" : ` at ${shortDecimalText(line.rate)}`;
  const replaces = line.replaces === undefined ? "" : `, in place of what ${listLabel(line.replaces)} said`;
  return `${moneyLabel(line.amount)} ${line.category}${rate}${basisClause(line)}${replaces}${noted(line.note)}`;
}

function resultText(result: Result): string {
  const { count, value, pairs, n, sd, arm, model, evidence } = result;
  const figures = [
    count === undefined ? "" : countText(count),
    value === undefined ? "" : quantityText(value),
    pairs === undefined
      ? ""
      : `pairs: both ${pairs.both}, only before ${pairs.baseline}, only now ${pairs.candidate}, neither ` +
        `${pairs.neither}`,
  ].find((text) => text !== "");
  const parts = [
    `${result.eval} ${figures ?? "without a figure"}`,
    n === undefined ? "" : `n ${n}`,
    sd === undefined ? "" : `sd ${decimalText(sd)}`,
    arm === "" ? "" : `arm ${arm}`,
    model === undefined ? "" : `model ${model}`,
    evidence === undefined ? "" : `evidence ${evidence}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function tasksText({ count, arm, latency, review, note }: TaskLine): string {
  const parts = [
    `${countText(count)} tasks done as they should be`,
    arm === "" ? "" : `arm ${arm}`,
    latency === undefined ? "" : `${quantityText(latency)} each`,
    review === undefined ? "" : `${quantityText(review)} of review each`,
  ];
  return parts.filter((part) => part !== "").join(", ") + noted(note);
}

/** A person's own hours are nobody's business but the team's total, unless the charter says otherwise. */
function timeText(line: TimeLine, hours: "team" | "person"): string {
  const what = noted(line.what);
  if (line.meeting)
    return `meeting, ${shortDecimalText(line.hours)} h for ${countLabel(line.people, "person", "people")}${what}`;
  return hours === "person" ? `${shortDecimalText(line.hours)} h${what}` : `time logged${what}`;
}

function amendText({ amend }: Entry): readonly string[] {
  if (amend === undefined) return [];
  const changes = amend.changes.map(
    (change) =>
      `${termLabel(change.term)} from ${termTextLabel(change.from ?? "nothing")} to ` +
      `${termTextLabel(change.to ?? "nothing")}`,
  );
  return [...changes.map((change) => `amended: ${change}`), `approved by ${amend.approver.name}: ${amend.reason}`];
}

function decisionText({ decision }: Entry): readonly string[] {
  if (decision === undefined) return [];
  const against = decision.override === undefined ? "" : `, against the recommendation: ${decision.override}`;
  return [`decided ${outcomeLabel(decision.outcome).toLowerCase()}: ${decision.why}${against}`];
}

function gateText({ gate, waivers }: Entry): readonly string[] {
  const passed =
    gate === undefined ? [] : [`gate ${gate.number} passed: ${gate.title}, approved by ${gate.approver.name}`];
  return [
    ...passed,
    ...(waivers ?? []).map(
      ({ item, until, approver, reason }) =>
        `${item} waived until ${longDateLabel(until)} by ${approver.name}: ${reason}`,
    ),
  ];
}

function noted(note: string | undefined): string {
  return note === undefined ? "" : ` (${note})`;
}
