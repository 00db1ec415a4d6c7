import { metBreaches } from "../../domain/standing/met-breach.ts";
import { MOST_WORKING_DAYS } from "../../domain/records/timebox.ts";
import { termLabel, termSubject } from "../../domain/records/terms.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { Entry, TermChange } from "../../domain/records/entry.ts";
import { termWay } from "../../domain/history/term-way.ts";
import { termMoves, type TermMove } from "../../domain/history/term-moves.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { policyBreaches } from "../../domain/standing/policy/policy-breaches.ts";
import { policyBreachSentence } from "../../wording/organisation/policy.ts";
import { workingDaysInAll } from "../../domain/standing/working-days.ts";
import { verdictLabel, killVerdictLabel } from "../../wording/evals.ts";
import { approvedClause, breachSentence } from "../../wording/terms/term-moves.ts";
import { criterionName } from "../../wording/terms/condition-words.ts";
import { seenLabel, unfitText } from "./terms-section.ts";
import type { ConductNote } from "./conduct-note.ts";

/**
 * What was agreed first, where something else was agreed since: said under the answer, for a sponsor who reads no
 * further. Verdicts that are others on the terms agreed at the start, a timebox beyond three weeks, and terms that were
 * changed when they had been breached. Before all of it, that the terms do not fit their hash. `unfit`: those entries.
 */
export function movedSection(standing: Standing, unfit: readonly Entry[] = []): readonly ConductNote[] {
  const edited = unfit.length === 0 ? [] : [{ text: unfitText(unfit), entries: unfit.map(({ id }) => id) }];
  return [
    ...edited,
    ...firstVerdicts(standing),
    ...movedThresholds(standing),
    ...movedCharter(standing),
    ...longTimebox(standing),
    ...breaches(standing),
    ...beyondPolicy(standing),
  ];
}

function firstVerdicts(standing: Standing): readonly ConductNote[] {
  const { first, evals, kill, amendments } = standing;
  const ofEvals = first.evals.flatMap((then) => {
    const now = evals.find((item) => item.eval.id === then.eval.id);
    const name = then.eval.metric ?? then.eval.id;
    return then.verdict === now?.verdict && then.interim === now.interim
      ? []
      : [`${verdictLabel(then).toLowerCase()} (${name})`];
  });
  const agreed = first.evals.map((then) => then.eval);
  const ofKill = first.kill.flatMap((then) => {
    const now = kill.find(({ criterion }) => criterion.id === then.criterion.id);
    const name = criterionName(then.criterion, [...agreed, ...standing.definitions.evals]);
    return then.verdict === now?.verdict ? [] : [`${killVerdictLabel(then.verdict).toLowerCase()} (${name})`];
  });
  const all = [...ofEvals, ...ofKill];
  if (all.length === 0) return [];
  const amended = amendments.map(({ entry }) => entry.id);
  const turned = new Set([
    ...turnedBy(first.evals, evals, (item) => item.eval.id).map((id) => `evals.${id}`),
    ...turnedBy(first.kill, kill, (item) => item.criterion.id).map((id) => `kill-criteria.${id}`),
  ]);
  const own = termMoves(standing).filter(({ way, change: { term } }) => {
    const subject = termSubject(term);
    return way !== "tightened" && subject !== undefined && turned.has(`${subject.family}.${subject.id}`);
  });
  // A confidence or a cap that was moved turns verdicts whose own terms stand.
  const moves = own.length > 0 ? own : termMoves(standing).filter(({ way }) => way !== "tightened");
  // Approval by the sponsor is the rule, and is shown with the change further down.
  const told = moves.filter(({ approvedAs }) => approvedAs !== "sponsor");
  const end = told.length === 0 ? "." : `; the change was ${approversText(told)}.`;
  return [{ text: `On the terms agreed at the start: ${listLabel(all)}${end}`, entries: amended }];
}

/** Ids of those whose verdict is another on the terms of the start. */
function turnedBy<T extends { readonly verdict: string }>(
  then: readonly T[],
  now: readonly T[],
  idOf: (one: T) => string,
): readonly string[] {
  const verdicts = new Map(now.map((one) => [idOf(one), one.verdict]));
  return then.filter((one) => verdicts.get(idOf(one)) !== one.verdict).map(idOf);
}

/** `approved by Marta Weiss and by Bob, who is neither the sponsor nor the owner`. */
function approversText(moves: readonly TermMove[]): string {
  return listLabel([...new Set(moves.map(approvedClause))]).replaceAll(" and approved by", " and by");
}

/** The case meets today's threshold; the threshold that was agreed first is shown beside it. */
function movedThresholds(standing: Standing): readonly ConductNote[] {
  const { started, terms, amendments } = standing;
  const first = started?.start?.terms;
  if (first === undefined || terms === undefined || amendments.length === 0) return [];
  return [...new Set([...first.keys(), ...terms.keys()])]
    .filter((term) => term.startsWith(THRESHOLDS) && first.get(term) !== terms.get(term))
    .filter((term) => termWay(term, first.get(term), terms.get(term)) !== "tightened")
    .map((term) => {
      const moves = termMoves(standing).filter(({ changes }) => changes.some((change) => change.term === term));
      const end = moves.length === 0 ? "" : `, ${approversText(moves)}`;
      return {
        text:
          `The ${termLabel(term)} was ${first.get(term) ?? "not set"} when the terms were agreed; ` +
          `it is ${terms.get(term) ?? "no longer set"} now${end}.`,
        entries: moves.map(({ entry }) => entry.id),
      };
    });
}

const THRESHOLDS = "value.thresholds.";

/** The question, the owner and the sponsor: a reader of the answer has to know if they changed. */
function movedCharter(standing: Standing): readonly ConductNote[] {
  const { started, terms, amendments } = standing;
  const first = started?.start?.terms;
  if (first === undefined || terms === undefined) return [];
  return CHARTER_TERMS.filter((term) => first.has(term) && first.get(term) !== terms.get(term)).map((term) => {
    const moving = amendments.filter(({ amendment }) => amendment.changes.some((change) => change.term === term));
    const [label, before, now] = [termLabel(term), first.get(term)!, terms.get(term) ?? "nobody"];
    const moves = termMoves(standing).filter(({ change }) => change.term === term);
    const approved = moves.length === 0 ? "" : `, ${approversText(moves)}`;
    const seen = Math.max(
      0,
      ...moving.flatMap(({ amendment: { changes } }) =>
        changes.filter((change) => change.term === term).map(({ resultsSeen }) => resultsSeen),
      ),
    );
    const isPerson = term === "owner" || term === "sponsor";
    return {
      text: isPerson
        ? `The ${label} was ${personName(before)} when the terms were agreed; it is ${personName(now)} now${approved}.`
        : `The ${label} ${term === "question" ? "was" : "were"} changed ${seenLabel(seen)}${approved}; agreed first: ` +
          `"${before}"`,
      entries: moving.map(({ entry }) => entry.id),
    };
  });
}

const CHARTER_TERMS = ["question", "unknowns", "owner", "sponsor"] as const;

/** The appendix has every change in full. */
function personName(text: string): string {
  return text.replace(/ <[^<>]*>$/, "");
}

function longTimebox(standing: Standing): readonly ConductNote[] {
  const days = workingDaysInAll(standing);
  if (standing.started === undefined || days <= MOST_WORKING_DAYS) return [];
  const text =
    `The timebox takes ${countLabel(days, "working day")}, extensions included; a proof of concept takes at most ` +
    `${MOST_WORKING_DAYS}.`;
  return [{ text, entries: standing.amendments.filter((one) => one.extends).map(({ entry }) => entry.id) }];
}

/** A draft that is beyond a limit cannot be started. */
function beyondPolicy(standing: Standing): readonly ConductNote[] {
  if (standing.started === undefined) return [];
  return policyBreaches(standing).map((breach) => ({ text: policyBreachSentence(breach), entries: [] }));
}

/** One line for what was removed as a whole; what was tightened hides no breach. */
function breaches(standing: Standing): readonly ConductNote[] {
  const met = metBreaches(standing);
  if (met.length === 0) return [];
  return termMoves(standing).flatMap((move) => {
    const found = met.find(({ entry, change }) => entry === move.entry && isOf(change, move));
    if (found === undefined || move.way === "tightened") return [];
    return [{ text: breachSentence(move, found.breach, standing), entries: [move.entry.id] }];
  });
}

function isOf({ term }: TermChange, { changes }: TermMove): boolean {
  return changes.some((change) => change.term === term);
}
