import { longDateLabel } from "../domain/calendar.ts";
import type { Entry, Result, TimeLine } from "../domain/entry.ts";
import { countText } from "../domain/count.ts";
import { measuredText } from "../domain/measured-text.ts";
import { personText } from "../domain/person.ts";
import { quantityText } from "../domain/quantity.ts";
import { assumptionLabel, countLabel, groupsLabel, hoursLabel, moneyLabel, numberLabel, outcomeLabel, termLabel } from "../domain/wording.ts";

/** One fact of an entry: a word for what it is, and the fact itself in one line. Raw text, still to be made safe. */
export interface EntryFact {
  readonly kind: "start" | "decision" | "amendment" | "undo" | "result" | "spend" | "hours" | "meeting" | "answer" | "assumption" | "risk" | "attest" | "gate" | "waiver";
  readonly text: string;
}

/** Every fact of an entry, the weightiest first. */
export function entryFacts(entry: Entry): readonly EntryFact[] {
  const { start, decision, amend, undo, gate } = entry;
  const fact = (kind: EntryFact["kind"], text: string): EntryFact => ({ kind, text });
  return [
    ...(start === undefined ? [] : [fact("start", `${countLabel(start.terms.size, "term")} frozen`)]),
    ...(decision === undefined ? [] : [fact("decision", `${outcomeLabel(decision.outcome)} by ${decision.by.name}: ${decision.why}`)]),
    ...(gate === undefined ? [] : [fact("gate", `${gate.number} passed: ${gate.title}, approved by ${personText(gate.approver)}`)]),
    ...(entry.waivers ?? []).map((waiver) => fact("waiver", `${waiver.item} until ${longDateLabel(waiver.until)}, by ${personText(waiver.approver)}: ${waiver.reason}`)),
    ...(amend === undefined ? [] : [fact("amendment", `approved by ${personText(amend.approver)}: ${amend.reason}`)]),
    ...(amend?.changes ?? []).map((change) => fact("amendment", `${termLabel(change.term)}: ${change.from ?? "nothing"} → ${change.to ?? "nothing"}${change.resultsSeen === 0 ? "" : `, after ${countLabel(change.resultsSeen, "result")}`}`)),
    ...(undo === undefined ? [] : [fact("undo", `${undo.entry} no longer counts${undo.reason === undefined ? "" : `: ${undo.reason}`}`)]),
    ...entry.results.map((result) => fact("result", resultText(result))),
    ...entry.spend.map((line) => fact("spend", `${moneyLabel(line.amount)} ${line.category}${line.note === undefined ? "" : `: ${line.note}`}`)),
    ...entry.time.map((line) => fact(line.meeting ? "meeting" : "hours", timeText(line))),
    ...[...entry.answers].map(([id, answer]) => fact("answer", `${id}: ${answer}`)),
    ...[...entry.assumptions].map(([id, answer]) => fact("assumption", `${id} ${assumptionLabel(answer).toLowerCase()}`)),
    ...entry.risks.map((risk) => fact("risk", `${risk.id} ${risk.level}${risk.note === undefined ? "" : `: ${risk.note}`}`)),
    ...entry.attest.map((item) => fact("attest", `${item.item}: ${item.note === undefined ? "" : `${item.note}, `}${item.evidence}`)),
  ];
}

/** `wrong-rate 22/200 on reranker-k8`. */
export function resultText(result: Result): string {
  const { count, value, pairs, n, sd, arm, clusters, within, sample } = result;
  const on = arm === "" ? "" : ` on ${arm}`;
  if (pairs !== undefined) return `${result.eval} both ${pairs.both}, only baseline ${pairs.baseline}, only candidate ${pairs.candidate}, neither ${pairs.neither}${on}`;
  const grouped = groupsLabel(clusters?.length);
  if (count !== undefined) {
    const runs = within === undefined ? "" : ` within ${quantityText(within)}`;
    return `${result.eval} ${countText(count)}${runs}${sample === undefined ? "" : ` (percentile ${quantityText(sample)})`}${grouped}${on}`;
  }
  const spread = [n === undefined ? "" : `n ${numberLabel(n)}`, sd === undefined ? "" : `sd ${measuredText({ amount: sd, unit: "" }, result)}`].filter((text) => text !== "").join(", ");
  return `${result.eval} ${value === undefined ? "?" : measuredText(value, result)}${spread === "" ? "" : ` (${spread})`}${grouped}${on}`;
}

function timeText({ hours, people, what, meeting }: TimeLine): string {
  const size = meeting ? `${hoursLabel(hours)} × ${countLabel(people, "person", "people")}` : hoursLabel(hours);
  return what === undefined ? size : `${size}: ${what}`;
}
