import type { DecisionWord } from "../../domain/records/entry.ts";
import type { ChecklistStanding } from "../../domain/standing/checklist.ts";
import { isFinal, conditionStandings } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { CONDITION_CLAUSES } from "../../wording/outcome/condition-state.ts";
import { evalWording } from "../../wording/evals.ts";
import { atLeastAsGood } from "../../domain/evidence/judged-result.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { isStopping } from "./against.ts";
import { shortDate } from "./short-date.ts";
import { budgetHint, spentText, stakesText, worthText } from "./stakes.ts";
import { clipped, sentenceOf } from "./words.ts";

/** One line of page one, with the word in its margin. */
export interface FactRow {
  /** `Requested`, `Worth`, `Spent`. */
  readonly label: string;
  readonly text: string;
  /** The words of a person in full, where they were cut short; else "". */
  readonly whole: string;
  readonly entries: readonly string[];
}

/**
 * Each line in the order in which it is read; a line that has nothing to say is left out. `mostWords`: of each text
 * that a person wrote.
 */
export function factRows(
  standing: Standing,
  lists: readonly ChecklistStanding[],
  mostWords: number,
): readonly FactRow[] {
  const stopping = isStopping(standing);
  const draft = standing.phase === "draft";
  const rows: readonly FactRow[] = [
    ...(stopping || draft
      ? []
      : [said(standing, "ask", "Requested", mostWords), said(standing, "ends", "Ends if", mostWords)]),
    row("Worth", worthText(standing)),
    row("If it is wrong", stakesText(standing)),
    ...(draft ? [] : [row("Spent", spentText(standing))]),
    ...(draft ? [] : [alternatives(standing, mostWords)]),
    ...(draft ? [] : [said(standing, "learned", "Learned", mostWords)]),
    ...(isStopped(standing) ? [said(standing, "retryIf", "Again if", mostWords)] : []),
    ...(isStopped(standing) ? [row("Remains", remainsText(lists))] : []),
    ...conditionRows(standing, mostWords),
  ];
  return rows.filter(({ text }) => text !== "");
}

function row(label: string, text: string, entries: readonly string[] = []): FactRow {
  return { label, text: sentenceOf(text), whole: "", entries };
}

function cutRow(label: string, found: Said, room: number, beside: readonly string[] = []): FactRow {
  const text = clipped(found.text, room);
  const parts = [sentenceOf(text), ...beside].filter((part) => part !== "");
  return { label, text: parts.join(" "), whole: text === found.text ? "" : found.text, entries: found.entries };
}

const OPEN: Readonly<Record<DecisionWord, string>> = {
  ask: "OPEN: nobody has said what is requested",
  ends: "OPEN: not said yet",
  learned: "OPEN: not said yet",
  alternatives: "",
  retryIf: "",
};

/** Texts that are never cut from what a sponsor signs: a request without its end cannot be granted. */
const WHOLE: Readonly<Record<DecisionWord, number>> = { ask: 32, ends: 28, learned: 0, alternatives: 0, retryIf: 0 };

/**
 * The words of the decision in force, otherwise of a superseded one that went the same way, otherwise of poc.yaml under
 * `next`, otherwise of a person's answer to the question of the gate.
 */
function said(standing: Standing, word: DecisionWord, label: string, most: number): FactRow {
  const found = wordOf(standing, word);
  const room = Math.max(most, WHOLE[word]);
  if (found !== undefined) return cutRow(label, found, room);
  return row(label, OPEN[word] + (word === "ask" ? budgetHint(standing) : ""));
}

interface Said {
  readonly text: string;
  readonly entries: readonly string[];
}

function wordOf(standing: Standing, word: DecisionWord): Said | undefined {
  const { current, superseded } = standing.decision;
  const stays = word === "learned" || word === "alternatives" || word === "retryIf";
  const decisions = [...superseded, ...(current === undefined ? [] : [current])]
    .filter(({ decision }) => isFinal(decision) && (stays || decision.outcome !== "no-go"))
    .reverse();
  const told = decisions.find(({ decision }) => decision[word] !== undefined);
  if (told !== undefined) return { text: told.decision[word] ?? "", entries: [told.entry.id] };
  const written = standing.written.charter?.next?.[word];
  if (written !== undefined) return { text: written, entries: [] };
  return answered(standing, word);
}

/** Questions of gate 1 that ask the same. */
const QUESTIONS: Partial<Readonly<Record<DecisionWord, string>>> = {
  learned: "feasibility-poc.surprise",
  alternatives: "feasibility-poc.alternatives",
};

function answered({ log }: Standing, word: DecisionWord): Said | undefined {
  const item = QUESTIONS[word];
  const entry = log.counted.findLast(({ attest }) => attest.some((one) => one.item === item && one.note !== undefined));
  const text = entry?.attest.find((one) => one.item === item)?.note;
  return entry === undefined || text === undefined ? undefined : { text, entries: [entry.id] };
}

const NOT_WEIGHED = "OPEN: doing nothing or buying was not weighed.";

/** The same words as on page one, in full, for a question of the gate that has no answer there; "" if there is none. */
export function wordsOnQuestion(standing: Standing, item: string): string {
  if (item === QUESTIONS.alternatives) return alternatives(standing, Infinity).text;
  return item === QUESTIONS.learned ? (wordOf(standing, "learned")?.text ?? "") : "";
}

/** What people say of it, and the runner-up with its figures. */
function alternatives(standing: Standing, most: number): FactRow {
  const found = wordOf(standing, "alternatives");
  const runner = runnerUpText(standing);
  const open = found !== undefined || standing.phase === "running" ? "" : NOT_WEIGHED;
  return found === undefined
    ? row("Alternatives", [runner, open].filter((text) => text !== "").join(" "))
    : cutRow("Alternatives", found, most, [runner]);
}

/** `Runner-up: hyde, 49 of 300.` */
function runnerUpText({ evals }: Standing): string {
  const item = evals.find(({ eval: { primary }, arms }) => primary && arms.length > 1);
  if (item?.judged === undefined) return "";
  const chosen = item.judged.result.arm;
  const latest = new Map(
    item.results.filter(({ result }) => result.arm !== chosen).map((one) => [one.result.arm, one]),
  );
  const [first, ...others] = [...latest.values()];
  if (first === undefined) return "";
  const best = others.reduce((one, next) => (atLeastAsGood(item.eval, next.result, one.result) ? next : one), first);
  const { measured } = evalWording({ ...item, judged: best });
  return `Runner-up: ${best.result.arm === "" ? "the unnamed variant" : best.result.arm}, ${measured}.`;
}

function isStopped({ decision: { current } }: Standing): boolean {
  return current?.decision.outcome === "no-go";
}

/** What happens to team, code and data after a stop. */
function remainsText(lists: readonly ChecklistStanding[]): string {
  const list = lists.find(({ checklist }) => checklist.asked === "after-stop");
  if (list === undefined) return "";
  const done = list.items.filter(({ state }) => state === "met").length;
  return `Teardown of code, data and access: ${done} of ${list.items.length} done`;
}

/** Conditions of the decision in force, and of those before, with what became of them. */
function conditionRows({ decision }: Standing, most: number): readonly FactRow[] {
  const { current } = decision;
  const all = conditionStandings(decision);
  if (current === undefined || all.length === 0) return [];
  const open = all.flatMap(({ condition: { what, owner, by }, state }) => {
    if (state !== "open") return [];
    const who = owner === undefined ? "OPEN: no owner" : owner.name;
    const until = by === undefined ? "OPEN: no date" : `by ${shortDate(by)}`;
    return [`${bare(what, most)} (${who}, ${until}).`];
  });
  const text = [...open, ...settledTexts(all, most)].join(" ");
  return [{ label: "Conditions", text, whole: "", entries: [current.entry.id] }];
}

/** Those that one decision settled alike are one sentence. */
function settledTexts(all: ReturnType<typeof conditionStandings>, most: number): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const { condition, state, by, entry } of all) {
    if (state === "open") continue;
    const end = `${CONDITION_CLAUSES[state]} (${by.name}, ${shortDate(entry.date)})`;
    alike.set(end, [...(alike.get(end) ?? []), clipped(condition.what.replace(/\.$/, ""), most)]);
  }
  return [...alike].map(([end, names]) => {
    const said = names.length > 1 ? end.replace("it is met", "they are met") : end;
    return `${upperFirst(names.join("; "))}: ${said}.`;
  });
}

function bare(text: string, most: number): string {
  return upperFirst(clipped(text.replace(/\.$/, ""), most));
}
