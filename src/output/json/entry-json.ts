import { countText } from "../../domain/scalars/count.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import type { CommandRun, Entry, Result, TermChange } from "../../domain/records/entry.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { personText } from "../../domain/scalars/person.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { takerOf } from "../../domain/spend/replacement.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { JsonObject } from "./json-value.ts";
import { spendLineJson } from "./spend-json.ts";

/** One entry of the log as plain JSON, its facts written as in its file, with what withdrew or replaced them since. */
export function entryJson(entry: Entry, { log, spend }: Pick<Standing, "log" | "spend">): JsonObject {
  const { start, amend, undo, decision, gate } = entry;
  return {
    id: entry.id,
    file: entry.file,
    at: instantText(entry.at),
    date: entry.date,
    by: personText(entry.by),
    note: entry.note ?? null,
    withdrawn_by: log.withdrawn.get(entry.id)?.id ?? null,
    results: entry.results.map(resultJson),
    tasks: entry.tasks.map(({ count, arm, latency, review, note }) => ({
      count: countText(count),
      arm,
      latency: latency === undefined ? null : quantityText(latency),
      review: review === undefined ? null : quantityText(review),
      note: note ?? null,
    })),
    spend: entry.spend.map((line, index) => spendLineJson(line, takerOf(spend.replaced, entry.id, index)?.entry.id)),
    time: entry.time.map((line) => ({
      hours: shortDecimalText(line.hours),
      people: line.people,
      meeting: line.meeting,
      what: line.what ?? null,
    })),
    assumptions: Object.fromEntries(entry.assumptions),
    risks: entry.risks.map((risk) => ({
      id: risk.id,
      level: risk.level,
      note: risk.note ?? null,
      evidence: risk.evidence ?? null,
    })),
    answers: Object.fromEntries(entry.answers),
    attest: entry.attest.map((item) => ({ item: item.item, evidence: item.evidence, note: item.note ?? null })),
    runs: entry.runs.map(runJson),
    start: start === undefined ? null : { terms: Object.fromEntries(start.terms) },
    amend:
      amend === undefined
        ? null
        : { reason: amend.reason, approver: personText(amend.approver), changes: amend.changes.map(termChangeJson) },
    undo: undo === undefined ? null : { entry: undo.entry, reason: undo.reason ?? null },
    decision:
      decision === undefined ? null : { outcome: decision.outcome, by: personText(decision.by), why: decision.why },
    waivers: (entry.waivers ?? []).map(({ item, reason, approver, until }) => ({
      item,
      reason,
      approver: personText(approver),
      until,
    })),
    gate:
      gate === undefined
        ? null
        : {
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
          },
  };
}

export function resultJson(result: Result): JsonObject {
  const { count, value, pairs, sd, clusters, within, sample, values } = result;
  return {
    eval: result.eval,
    count: count === undefined ? null : countText(count),
    value: value === undefined ? null : quantityText(value),
    n: result.n ?? null,
    sd: sd === undefined ? null : shortDecimalText(sd),
    pairs: pairs === undefined ? null : { ...pairs },
    clusters: clusters === undefined ? null : clusters.map(({ sum, n }) => ({ sum: shortDecimalText(sum), n })),
    within: within === undefined ? null : quantityText(within),
    sample: sample === undefined ? null : quantityText(sample),
    values:
      values === undefined
        ? null
        : { file: values.file, sha256: values.sha256, column: values.column ?? null, cluster: values.cluster ?? null },
    arm: result.arm,
    model: result.model ?? null,
    evidence: result.evidence ?? null,
    dataset: result.dataset ?? null,
  };
}

function runJson(run: CommandRun): JsonObject {
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

export function termChangeJson(change: TermChange): JsonObject {
  return { term: change.term, from: change.from ?? null, to: change.to ?? null, results_seen: change.resultsSeen };
}
