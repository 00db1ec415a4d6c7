import { longDateLabel } from "../domain/scalars/calendar.ts";
import { runText } from "./item-reasons.ts";
import type { Entry, Result, RiskNote, TaskLine, TimeLine } from "../domain/records/entry.ts";
import { countText } from "../domain/scalars/count.ts";
import { measuredText } from "../domain/evidence/measured-text.ts";
import { personText } from "../domain/scalars/person.ts";
import { quantityText } from "../domain/scalars/quantity.ts";
import { replacementBy, takerOf } from "../domain/spend/replacement.ts";
import type { SpendStanding } from "../domain/spend/spend.ts";
import { basisClause, replacedClause } from "./spend.ts";
import { assumptionLabel, groupsLabel } from "./evals.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel, numberLabel } from "../domain/scalars/labels.ts";
import { outcomeLabel } from "../domain/standing/outcome.ts";
import { termLabel } from "../domain/records/term-label.ts";

/** One fact of an entry: a word for what it is, and the fact itself in one line. Raw text, still to be made safe. */
export interface EntryFact {
  readonly kind:
    | "start"
    | "decision"
    | "amendment"
    | "undo"
    | "result"
    | "tasks"
    | "spend"
    | "hours"
    | "meeting"
    | "answer"
    | "assumption"
    | "risk"
    | "attest"
    | "run"
    | "gate"
    | "waiver";
  readonly text: string;
  /** The same where there is room for little. */
  readonly brief?: string;
  /** Whether something took its place, so that it no longer counts. */
  readonly replaced?: true;
}

/**
 * Every fact of an entry, the weightiest first. `replaced`: what took the place of what, where the standing is at hand.
 */
export function entryFacts(entry: Entry, replaced?: SpendStanding["replaced"]): readonly EntryFact[] {
  const { start, decision, amend, undo, gate } = entry;
  const fact = (kind: EntryFact["kind"], text: string): EntryFact => ({ kind, text });
  return [
    ...(start === undefined ? [] : [fact("start", `${countLabel(start.terms.size, "term")} frozen`)]),
    ...(decision === undefined
      ? []
      : [fact("decision", `${outcomeLabel(decision.outcome)} by ${decision.by.name}: ${decision.why}`)]),
    ...(gate === undefined
      ? []
      : [fact("gate", `${gate.number} passed: ${gate.title}, approved by ${personText(gate.approver)}`)]),
    ...(entry.waivers ?? []).map((waiver) =>
      fact(
        "waiver",
        `${waiver.item} until ${longDateLabel(waiver.until)}, by ${personText(waiver.approver)}: ${waiver.reason}`,
      ),
    ),
    ...(amend === undefined ? [] : [fact("amendment", `approved by ${personText(amend.approver)}: ${amend.reason}`)]),
    ...(amend?.changes ?? []).map((change) =>
      fact(
        "amendment",
        `${termLabel(change.term)}: ${change.from ?? "nothing"} → ${change.to ?? "nothing"}` +
          `${change.resultsSeen === 0 ? "" : `, after ${countLabel(change.resultsSeen, "result")}`}`,
      ),
    ),
    ...(undo === undefined
      ? []
      : [fact("undo", `${undo.entry} no longer counts${undo.reason === undefined ? "" : `: ${undo.reason}`}`)]),
    ...entry.results.map((result) => fact("result", resultText(result))),
    ...entry.tasks.map((line) => fact("tasks", tasksText(line))),
    ...entry.spend.map((_, index) => spendFact(entry, index, replaced)),
    ...entry.time.map((line) => fact(line.meeting ? "meeting" : "hours", timeText(line))),
    ...[...entry.answers].map(([id, answer]) => fact("answer", `${id}: ${answer}`)),
    ...[...entry.assumptions].map(([id, answer]) =>
      fact("assumption", `${id} ${assumptionLabel(answer).toLowerCase()}`),
    ),
    ...entry.risks.map((risk) => fact("risk", riskText(risk))),
    ...entry.attest.map((item) =>
      fact("attest", `${item.item}: ${item.note === undefined ? "" : `${item.note}, `}${item.evidence}`),
    ),
    ...entry.runs.map((run) => fact("run", `${run.item}: ${runText(run)}`)),
  ];
}

/**
 * `4.16 USD tokens, metered from gpt-4.1 1.2M/310k: full run`, and what took its place or what it took the place of.
 */
function spendFact(entry: Entry, index: number, replaced: SpendStanding["replaced"] | undefined): EntryFact {
  const line = entry.spend[index]!;
  const taker = replaced && takerOf(replaced, entry.id, index);
  const taken = replaced && replacementBy(replaced, entry.id, index);
  const replaces =
    taken !== undefined
      ? `, replaces ${replacedClause(taken)}`
      : line.replaces === undefined
        ? ""
        : `, to replace ${listLabel(line.replaces)}`;
  const gone = taker === undefined ? "" : `, REPLACED by ${taker.entry.id}`;
  const amount = `${moneyLabel(line.amount)} ${line.category}`;
  const note = line.note === undefined ? "" : `: ${line.note}`;
  const brief = `${amount}${line.basis === undefined || line.basis === "billed" ? "" : `, ${line.basis}`}${note}`;
  return {
    kind: "spend",
    text: amount + basisClause(line) + replaces + gone + note,
    brief,
    ...(taker === undefined ? {} : { replaced: true }),
  };
}

/** `wrong-rate 22/200 on reranker-k8`. */
export function resultText(result: Result): string {
  const { count, value, pairs, n, sd, arm, clusters, within, sample } = result;
  const on = arm === "" ? "" : ` on ${arm}`;
  if (pairs !== undefined)
    return (
      `${result.eval} both ${pairs.both}, only baseline ${pairs.baseline}, only candidate ${pairs.candidate}, ` +
      `neither ${pairs.neither}${on}`
    );
  const grouped = groupsLabel(clusters?.length);
  if (count !== undefined) {
    const runs = within === undefined ? "" : ` within ${quantityText(within)}`;
    return (
      `${result.eval} ${countText(count)}${runs}` +
      `${sample === undefined ? "" : ` (percentile ${quantityText(sample)})`}${grouped}${on}`
    );
  }
  const spread = [
    n === undefined ? "" : `n ${numberLabel(n)}`,
    sd === undefined ? "" : `sd ${measuredText({ amount: sd, unit: "" }, result)}`,
  ]
    .filter((text) => text !== "")
    .join(", ");
  return (
    `${result.eval} ${value === undefined ? "?" : measuredText(value, result)}${spread === "" ? "" : ` (${spread})`}` +
    `${grouped}${on}`
  );
}

/** `262/300 done on reranker-k8, 1.8 s each, review 30 s: tickets of Monday`. */
export function tasksText({ count, arm, latency, review, note }: TaskLine): string {
  const parts = [
    `${countText(count)} done${arm === "" ? "" : ` on ${arm}`}`,
    latency === undefined ? "" : `${quantityText(latency)} each`,
    review === undefined ? "" : `review ${quantityText(review)}`,
  ];
  return parts.filter((part) => part !== "").join(", ") + (note === undefined ? "" : `: ${note}`);
}

function riskText({ id, level, note, evidence }: RiskNote): string {
  return `${id} ${level}${note === undefined ? "" : `: ${note}`}${evidence === undefined ? "" : ` (${evidence})`}`;
}

function timeText({ hours, people, what, meeting }: TimeLine): string {
  const size = meeting ? `${hoursLabel(hours)} × ${countLabel(people, "person", "people")}` : hoursLabel(hours);
  return what === undefined ? size : `${size}: ${what}`;
}
