import type { Entry } from "../records/entry.ts";
import { contestedFigures, followUpText, type FollowUp } from "../records/forecast/forecast.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Person } from "../scalars/person.ts";
import type { LoggedAmendment } from "./amendments.ts";
import { saying } from "../records/log.ts";
import type { Saying } from "../records/facts.ts";

/**
 * What there may be one of, and what it is about: a gate by its id, a question by that of its kill criterion, a
 * follow-up by the day of the forecast that it answers.
 */
export type OnceSubject =
  | { readonly kind: "start" }
  | { readonly kind: "decision" }
  | { readonly kind: "gate"; readonly gate: string; readonly title: string }
  | { readonly kind: "answer"; readonly criterion: string }
  | { readonly kind: "term"; readonly term: string }
  | { readonly kind: "follow-up"; readonly due: CivilDate };

/** One of the acts between which a person has to choose. */
export interface DisputedAct {
  readonly entry: Entry;
  /** Who decided, approved, answered or started. */
  readonly who: Person;
  /** Its outcome, its answer, or the text of a term; undefined if there is only one possibility. */
  readonly said: string | undefined;
}

/**
 * Two or more acts where only one is allowed, made independently, usually on two branches. Until a person settles it,
 * nothing that depends on them is recommended.
 */
export interface Dispute {
  readonly subject: OnceSubject;
  /** At least two, oldest first. */
  readonly acts: readonly DisputedAct[];
}

/** Every act that exists more than once among the entries that count, oldest first. */
export function disputesOf(
  started: Entry | undefined,
  counted: readonly Entry[],
  amendments: readonly LoggedAmendment[],
): readonly Dispute[] {
  return [
    ...starts(counted),
    ...decisions(counted),
    ...passages(counted),
    ...answers(counted),
    ...collidingTerms(started, amendments),
    ...followUps(counted),
  ].filter(({ acts }) => acts.length > 1);
}

function starts(counted: readonly Entry[]): readonly Dispute[] {
  const acts = saying(counted, "start").map((entry) => actOf(entry, entry.by));
  return [{ subject: { kind: "start" }, acts }];
}

function decisions(counted: readonly Entry[]): readonly Dispute[] {
  const acts = standingDecisions(counted).map((entry) => actOf(entry, entry.decision.by, entry.decision.outcome));
  return [{ subject: { kind: "decision" }, acts }];
}

function passages(counted: readonly Entry[]): readonly Dispute[] {
  const gates = new Map<string, { readonly title: string; readonly acts: DisputedAct[] }>();
  for (const entry of saying(counted, "gate")) {
    const { gate, title, approver } = entry.gate;
    const known = gates.get(gate) ?? { title, acts: [] };
    gates.set(gate, { ...known, acts: [...known.acts, actOf(entry, approver)] });
  }
  return [...gates].map(([gate, { title, acts }]) => ({ subject: { kind: "gate", gate, title }, acts }));
}

/** Answers that differ. Two people who answered alike agree. */
function answers(counted: readonly Entry[]): readonly Dispute[] {
  const asked = new Map<string, Saying<"answers">[]>();
  for (const entry of saying(counted, "answers"))
    for (const criterion of entry.answers.keys()) {
      const same = asked.get(criterion);
      if (same === undefined) asked.set(criterion, [entry]);
      else same.push(entry);
    }
  return [...asked].flatMap(([criterion, answering]) => {
    const acts = standingAnswers(criterion, answering).map((entry) =>
      actOf(entry, entry.by, entry.answers.get(criterion)),
    );
    return new Set(acts.map(({ said }) => said)).size < 2 ? [] : [{ subject: { kind: "answer", criterion }, acts }];
  });
}

/**
 * Answers to the same day of the same forecast that give different figures. When a decision is withdrawn, so is its
 * forecast.
 */
function followUps(counted: readonly Entry[]): readonly Dispute[] {
  const given = saying(counted, "followup");
  if (given.length < 2) return [];
  const decisions = standingDecisions(counted).map(({ id }) => id);
  const byDay = new Map<string, { readonly due: CivilDate; readonly said: { entry: Entry; followUp: FollowUp }[] }>();
  for (const entry of given) {
    const { followup } = entry;
    if (!decisions.includes(followup.decision)) continue;
    const { decision, due } = followup;
    const known = byDay.get(`${decision} ${due}`) ?? { due, said: [] };
    known.said.push({ entry, followUp: followup });
    byDay.set(`${decision} ${due}`, known);
  }
  return [...byDay.values()].map(({ due, said }) => {
    const contested = contestedFigures(said.map(({ followUp }) => followUp));
    const rivals = said.filter(({ followUp }) => [...followUp.actuals.keys()].some((name) => contested.has(name)));
    const acts = rivals.map(({ entry, followUp }) => actOf(entry, entry.by, followUpText(followUp)));
    return { subject: { kind: "follow-up", due }, acts };
  });
}

/** Terms that an amendment changed from another text than was agreed, to yet another one. */
function collidingTerms(started: Entry | undefined, amendments: readonly LoggedAmendment[]): readonly Dispute[] {
  return amendments.flatMap(({ entry, amendment, contradictions }) =>
    contradictions.flatMap((one): readonly Dispute[] => {
      if (one.code !== "other-from" || one.settled) return [];
      const before = one.by ?? started;
      const acts = [
        ...(before === undefined ? [] : [actOf(before, before.amend?.approver ?? before.by, one.agreed)]),
        actOf(entry, amendment.approver, one.to),
      ];
      return [{ subject: { kind: "term", term: one.term }, acts }];
    }),
  );
}

function actOf(entry: Entry, who: Person, said?: string): DisputedAct {
  return { entry, who, said };
}

/** The decisions that no later one replaced: a single one, unless two were made independently. */
export function standingDecisions(counted: readonly Entry[]): readonly Saying<"decision">[] {
  return unreplaced(saying(counted, "decision"));
}

/** The answers to a question that no later one replaced. */
export function standingAnswers(criterion: string, counted: readonly Entry[]): readonly Entry[] {
  return unreplaced(saying(counted, "answers").filter((entry) => entry.answers.has(criterion)));
}

/**
 * Those that none of the later ones replaces. An entry that says which it replaces leaves all others; one that says
 * upon what it was written and names none knew of none; one that says neither is hand-made or of an older version, and
 * replaces what was there before.
 */
function unreplaced<E extends Entry>(entries: readonly E[]): readonly E[] {
  let standing: readonly E[] = [];
  for (const entry of entries) {
    const { supersedes, after } = entry;
    const left =
      supersedes === undefined
        ? after === undefined
          ? []
          : standing
        : standing.filter(({ id }) => !supersedes.includes(id));
    standing = [...left, entry];
  }
  return standing;
}
