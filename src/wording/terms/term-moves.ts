import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import type { TermChange } from "../../domain/records/entry.ts";
import type { Eval } from "../../domain/records/eval.ts";
import type { KillCriterion } from "../../domain/records/kill-criterion.ts";
import { termLabel, termSubject, termTextLabel } from "../../domain/records/terms.ts";
import { costTerm } from "../../domain/records/terms/cost-terms.ts";
import { dateLabel, parseDate } from "../../domain/scalars/calendar.ts";
import { parseCondition } from "../../domain/scalars/condition.ts";
import { bareMoneyLabel, countLabel, hoursLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { parseMoney } from "../../domain/scalars/money.ts";
import { parseTarget } from "../../domain/scalars/target.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import type { Breach } from "../../domain/standing/met-breach.ts";
import type { TermMove } from "../../domain/history/term-moves.ts";
import { conditionWords, criterionName } from "./condition-words.ts";
import { neededLabel } from "../evals.ts";
import { upperFirst } from "../first-letter.ts";
import { namedAs } from "../people.ts";

/** Whose terms they are: as they are agreed now, and as they were first, for what was removed since. */
export interface Subjects {
  readonly evals: readonly Pick<EvalStanding, "eval">[];
  readonly kill: readonly Pick<KillStanding, "criterion">[];
  readonly first: Omit<Subjects, "first">;
}

/** `The target of "Wrong answers" was relaxed from … to … after 3 results, approved by Bob, who is neither …`. */
export function moveSentence(move: TermMove, subjects: Subjects): string {
  return `${upperFirst(moveClause(move, subjects))}${moveEnd(move)}`;
}

/** ` after 3 results, approved by Bob, who is neither …`: the end of the sentence. */
export function moveEnd(move: TermMove): string {
  return ` ${seenClause(move)}, ${approvedClause(move)}.`;
}

/** `"Wrong answers" had missed its target when its target was relaxed from …`, by the names that people gave. */
export function breachSentence(move: TermMove, breach: Breach, subjects: Subjects): string {
  const [named, its] = [moveClause(move, subjects), moveClause(move, subjects, "its")];
  return `${upperFirst(breachClause(move, breach, subjects, { named, its }))}, ${approvedClause(move)}.`;
}

function breachClause(
  move: TermMove,
  breach: Breach,
  subjects: Subjects,
  { named, its }: { readonly named: string; readonly its: string },
): string {
  switch (breach.code) {
    case "spend-over":
      return `spend was ${moneyLabel(breach.over)} over the cap when ${named}`;
    case "hours-over":
      return `the team was ${hoursLabel(breach.over)} over the cap on hours when ${named}`;
    case "time-over": {
      const { from = "", to = "" } = move.change;
      return `the timebox was over when it was extended from ${from} to ${to} working days`;
    }
    case "target-missed":
      return termSubject(move.change.term) === undefined
        ? `the business case had missed its threshold when ${named}`
        : `${subjectName(move, subjects)} had missed its target when ${its}`;
    case "kill-tripped":
      return `${subjectName(move, subjects)} was tripped when ${its}`;
  }
}

/** `approved by Ana Ruiz, the owner`; of the sponsor, whose approval is due, the name says enough. */
export function approvedClause({ approver, approvedAs, entry }: Approval): string {
  return `approved by ${namedAs(approver, entry)}${APPROVED_AS[approvedAs]}`;
}

/** The same where there is little room: `approved by Bob, neither sponsor nor owner`. */
export function approvedNote({ approver, approvedAs, entry }: Approval): string {
  return `approved by ${namedAs(approver, entry)}${approvedAs === "nobody" ? ", neither sponsor nor owner" : ""}`;
}

type Approval = Pick<TermMove, "approver" | "approvedAs" | "entry">;

const APPROVED_AS: Readonly<Record<TermMove["approvedAs"], string>> = {
  sponsor: "",
  owner: ", the owner",
  nobody: ", who is neither the sponsor nor the owner",
  unknown: "",
};

function seenClause({ resultsSeen }: TermMove): string {
  return resultsSeen === 0 ? "before any result" : `after ${countLabel(resultsSeen, "result")}`;
}

/**
 * `the target of "Wrong answers" was relaxed from at least 50% fewer to at least 30% fewer`. By "its", where the
 * subject was named before: `its target was relaxed from …`.
 */
export function moveClause(move: TermMove, subjects: Subjects, by: "name" | "its" = "name"): string {
  const { kind, change } = move;
  if (kind === "changed") return changeClause(move, subjects, by);
  const what = termSubject(change.term)?.family === "evals" ? "metric" : "kill criterion";
  return `${by === "its" ? "it" : `the ${what} ${subjectName(move, subjects)}`} was ${kind}`;
}

function changeClause(move: TermMove, subjects: Subjects, by: "name" | "its"): string {
  const { change, way } = move;
  const { term, from, to } = change;
  const field = fieldOf(term);
  const subject = by === "its" ? "it" : subjectName(move, subjects);
  const told = WHOLE[field]?.(change, subject);
  if (told !== undefined) return told;
  const whose = whoseText(change, subject, by, subjects);
  const verb = VERBS[field]?.[way] ?? way;
  const were = PLURAL.has(field) ? "were" : "was";
  if (UNSAID.has(field)) return `${whose} ${were} ${from === undefined ? "set" : to === undefined ? "removed" : verb}`;
  const [before, after] = [from, to].map((text) => (text === undefined ? "" : valueText(change, text, subjects)));
  if (from === undefined) return `${whose} ${were} set to ${after}`;
  if (to === undefined) return `${whose}, ${before}, ${were} removed`;
  return `${whose} ${were} ${verb} from ${before} to ${after}`;
}

/** `the target of "Wrong answers"`, `its target`, `the spend cap`. */
function whoseText({ term }: TermChange, subject: string, by: "name" | "its", subjects: Subjects): string {
  const of = termSubject(term);
  const field = fieldOf(term);
  const name = LABELS[field] ?? termLabel(term, SUBJECT).replace(` of ${SUBJECT}`, "");
  if (of === undefined) return `the ${name}`;
  if (by === "its") return `its ${name}`;
  const criterion = criteriaOf(subjects).find(({ id }) => id === of.id);
  // Without a statement its condition is its name.
  const unnamed = field === "when" && criterion?.statement === undefined;
  return unnamed ? "a kill criterion" : `the ${name} of ${subject}`;
}

const SUBJECT = "…";

/** How a limit moves: up, down or in time. */
const VERBS: Readonly<Record<string, Readonly<Record<TermMove["way"], string>>>> = {
  spend_cap: { relaxed: "raised", tightened: "lowered", changed: "changed" },
  hours_cap: { relaxed: "raised", tightened: "lowered", changed: "changed" },
  max_errors: { relaxed: "raised", tightened: "lowered", changed: "changed" },
  payback: { relaxed: "raised", tightened: "lowered", changed: "changed" },
  impact: { relaxed: "lowered", tightened: "raised", changed: "changed" },
  confidence: { relaxed: "lowered", tightened: "raised", changed: "changed" },
  hourly_rates: { relaxed: "lowered", tightened: "raised", changed: "changed" },
  by: { relaxed: "moved", tightened: "moved", changed: "moved" },
};

type Whole = (change: TermChange, subject: string) => string | undefined;

/** What has a sentence of its own, because a value alone says nothing to a reader. */
const WHOLE: Readonly<Record<string, Whole>> = {
  primary: ({ to }, subject) =>
    to === "true"
      ? `${subject} was made a primary metric, which decides`
      : `${subject} was made a secondary metric, which does not decide`,
  guard: ({ to }, subject) =>
    to === undefined ? `the hard guard on ${subject} was lifted` : `${subject} was made a hard guard`,
  tuned_on_these_items: ({ to }, subject) =>
    `${subject} was declared ${to === "yes" ? "tuned on its own cases" : "not tuned on its own cases"}`,
  metric: ({ from, to }, subject) =>
    from === undefined || to === undefined ? undefined : `${subject} was renamed from "${from}"`,
  statement: ({ from, to }) =>
    from === undefined || to === undefined
      ? undefined
      : `the statement of a kill criterion was changed from ${quoted(from)} to ${quoted(to)}`,
};

/** Where the label of the term says too little in a sentence. */
const LABELS: Readonly<Record<string, string>> = {
  max_errors: "limit on broken cases",
  k: "number of tries",
  better: "better direction",
  items_source: "source of the cases",
  by: "last day",
  dataset: "set of cases",
  range: "range of scores",
};

const PLURAL: ReadonlySet<string> = new Set(["working_days", "holidays", "unknowns", "arms", "extended_n"]);

/** A hash, or several questions in one text: nothing to be read in a sentence. The appendix has both texts. */
const UNSAID: ReadonlySet<string> = new Set(["dataset", "unknowns"]);

/** Texts that a person wrote. */
const WORDS: ReadonlySet<string> = new Set(["question", "ask", "why", "metric", "statement", "items_source"]);

function valueText({ term }: TermChange, text: string, subjects: Subjects): string {
  const field = fieldOf(term);
  if (field === "target") return targetWords(term, text, subjects);
  if (field === "when") {
    const read = parseCondition(text);
    return read.ok ? conditionWords(read.value, evalsOf(subjects)) : termTextLabel(text);
  }
  if (WORDS.has(field)) return quoted(text);
  // The address of a person is in the appendix.
  if (field === "owner" || field === "sponsor") return text.replace(/ <[^<>]*>$/, "");
  const date = parseDate(text);
  if (date.ok) return dateLabel(date.value);
  const money = parseMoney(text);
  // No cents where there are none.
  if (money.ok) return `${bareMoneyLabel(money.value).replace(/\.0+$/, "")} ${money.value.currency}`;
  return termTextLabel(text);
}

/** `at least 40% fewer`. */
function targetWords(term: string, text: string, subjects: Subjects): string {
  const item = evalsOf(subjects).find(({ id }) => id === termSubject(term)?.id);
  const target = parseTarget(text);
  return item !== undefined && target.ok ? neededLabel(item, target.value) : termTextLabel(text);
}

/** By the name that a person gave, which may be gone with what it named. */
function subjectName({ change: { term }, changes }: TermMove, subjects: Subjects): string {
  const { family, id } = termSubject(term) ?? {};
  const said = changes.find((change) => /\.(?:metric|statement)$/.test(change.term));
  const lost = said?.to === undefined ? said?.from : undefined;
  if (family === "evals") return quoted(evalsOf(subjects).find((item) => item.id === id)?.metric ?? lost ?? id ?? term);
  const criterion = criteriaOf(subjects).find((one) => one.id === id);
  return quoted(criterion === undefined ? (lost ?? id ?? term) : criterionName(criterion, evalsOf(subjects)));
}

function evalsOf({ evals, first }: Subjects): readonly Eval[] {
  return [...evals, ...first.evals].map((one) => one.eval);
}

function criteriaOf({ kill, first }: Subjects): readonly KillCriterion[] {
  return [...kill, ...first.kill].map((one) => one.criterion);
}

/** A rate is named after a person or a currency, which says nothing of what it is. */
function fieldOf(term: string): string {
  return costTerm(term)?.kind ?? term.slice(term.lastIndexOf(".") + 1);
}

function quoted(text: string): string {
  return `"${text.replace(/\.$/, "")}"`;
}
