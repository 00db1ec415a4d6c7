import { countText } from "../domain/count.ts";
import { shortDecimalText } from "../domain/decimal.ts";
import type { Entry, Result, TermChange } from "../domain/entry.ts";
import { instantText } from "../domain/instant.ts";
import { moneyText } from "../domain/money.ts";
import { personText } from "../domain/person.ts";
import { quantityText } from "../domain/quantity.ts";
import type { JsonObject } from "./json-value.ts";

/** One entry of the log as plain JSON, its facts written as in its file. `withdrawnBy`: the id of the correction. */
export function entryJson(entry: Entry, withdrawnBy: string | undefined): JsonObject {
  const { start, amend, undo, decision, gate } = entry;
  return {
    id: entry.id, file: entry.file, at: instantText(entry.at), date: entry.date, by: personText(entry.by), note: entry.note ?? null,
    withdrawn_by: withdrawnBy ?? null,
    results: entry.results.map(resultJson),
    spend: entry.spend.map((line) => ({ amount: moneyText(line.amount), category: line.category, note: line.note ?? null, rate: line.rate === undefined ? null : shortDecimalText(line.rate) })),
    time: entry.time.map((line) => ({ hours: shortDecimalText(line.hours), people: line.people, meeting: line.meeting, what: line.what ?? null })),
    assumptions: Object.fromEntries(entry.assumptions),
    risks: entry.risks.map((risk) => ({ id: risk.id, level: risk.level, note: risk.note ?? null })),
    answers: Object.fromEntries(entry.answers),
    attest: entry.attest.map((item) => ({ item: item.item, evidence: item.evidence, note: item.note ?? null })),
    start: start === undefined ? null : { terms: Object.fromEntries(start.terms) },
    amend: amend === undefined ? null : { reason: amend.reason, approver: personText(amend.approver), changes: amend.changes.map(termChangeJson) },
    undo: undo === undefined ? null : { entry: undo.entry, reason: undo.reason ?? null },
    decision: decision === undefined ? null : { outcome: decision.outcome, by: personText(decision.by), why: decision.why },
    waivers: (entry.waivers ?? []).map(({ item, reason, approver, until }) => ({ item, reason, approver: personText(approver), until })),
    gate: gate === undefined ? null : { gate: gate.gate, number: gate.number, title: gate.title, after: gate.after ?? null, outcome: "passed", approver: personText(gate.approver), conditions: gate.conditions.map(({ item, state, basis, because, entries }) => ({ item, state, basis, because, entries })) },
  };
}

export function resultJson(result: Result): JsonObject {
  const { count, value, pairs, sd, clusters, within, sample, values } = result;
  return {
    eval: result.eval, count: count === undefined ? null : countText(count), value: value === undefined ? null : quantityText(value),
    n: result.n ?? null, sd: sd === undefined ? null : shortDecimalText(sd), pairs: pairs === undefined ? null : { ...pairs },
    clusters: clusters === undefined ? null : clusters.map(({ sum, n }) => ({ sum: shortDecimalText(sum), n })),
    within: within === undefined ? null : quantityText(within), sample: sample === undefined ? null : quantityText(sample),
    values: values === undefined ? null : { file: values.file, sha256: values.sha256, column: values.column ?? null, cluster: values.cluster ?? null },
    arm: result.arm, model: result.model ?? null, evidence: result.evidence ?? null, dataset: result.dataset ?? null,
  };
}

export function termChangeJson(change: TermChange): JsonObject {
  return { term: change.term, from: change.from ?? null, to: change.to ?? null, results_seen: change.resultsSeen };
}
