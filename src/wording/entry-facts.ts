import { longDateLabel } from "../domain/scalars/calendar.ts";
import { runText } from "./item-reasons.ts";
import type { Entry, TaskLine, TermChange } from "../domain/records/entry.ts";
import type { Result } from "../domain/records/evals/result.ts";
import { actualText, lineName, type Forecast } from "../domain/records/forecast/forecast.ts";
import type { Fact, FactName } from "../domain/records/facts.ts";
import { countText } from "../domain/scalars/count.ts";
import { shortDecimalText } from "../domain/scalars/decimal.ts";
import { measuredText } from "../domain/evidence/measured-text.ts";
import type { Person } from "../domain/scalars/person.ts";
import { quantityText } from "../domain/scalars/quantity.ts";
import { exactLabel } from "../domain/scalars/money-ratio.ts";
import { replacementBy, takerOf } from "../domain/spend/replacement.ts";
import type { SpendStanding } from "../domain/spend/spend.ts";
import { basisClause, replacesClause } from "./spend.ts";
import { groupsOf } from "../domain/evidence/clusters.ts";
import { errorsLabel, groupsLabel } from "./evals.ts";
import { changedWords } from "./moved-terms.ts";
import { countLabel, hoursLabel, listLabel, moneyLabel, numberLabel } from "../domain/scalars/labels.ts";
import { optional } from "../domain/scalars/optional.ts";
import { outcomeLabel } from "../domain/standing/outcome.ts";
import { termLabel } from "../domain/records/terms.ts";

/**
 * What begins the sentence of a fact, by its kind. Beside the word for the kind, in a column of its own, the fact needs
 * no beginning.
 */
const BEGINNINGS = {
  start: "",
  decision: "decided ",
  forecast: "promised ",
  amendment: "",
  clearing: "",
  undo: "",
  result: "",
  tasks: "",
  spend: "",
  hours: "",
  meeting: "meeting, ",
  focus: "focus ",
  answer: "kill criterion ",
  assumption: "assumption ",
  risk: "risk ",
  attest: "attested ",
  run: "ran ",
  gate: "gate ",
  waiver: "waived ",
  "follow-up": "follow-up ",
  labels: "labels of ",
  source: "imported from ",
} as const;

/** One fact of an entry in words. Raw text, still to be made safe. */
export interface EntryFact {
  /** A word for what it is. */
  readonly kind: keyof typeof BEGINNINGS;
  readonly text: string;
  /** What a person said about it. */
  readonly note?: string;
  /** The text where there is room for little. */
  readonly brief?: string;
  /** Where a result comes from. */
  readonly source?: string;
  /** Id of the entry that took its place, so that it no longer counts. */
  readonly replacedBy?: string;
}

/** For whom an entry is put into words. */
export interface EntryReader {
  /** What took the place of what, where the standing is at hand. */
  readonly replaced?: SpendStanding["replaced"];
  /** A person's own hours are shown only where the charter says so: `team` says no more than that there were some. */
  readonly hours?: "team" | "person";
  /** How people who approved something are named; by their names alone unless stated. */
  readonly person?: (person: Person) => string;
}

/** `wrong-rate 22/200 in 20 groups on reranker-k8`: a fact beside the word for its kind. */
export function factText({ text, note }: Pick<EntryFact, "text" | "note">): string {
  return note === undefined ? text : `${text}: ${note}`;
}

/** The same in short. */
export function briefFactText({ text, brief, note }: EntryFact): string {
  return factText({ text: brief ?? text, ...optional("note", note) });
}

/** `kill criterion no-residency: no`: a fact that has to say by itself what it is, with where it comes from. */
export function factSentence({ kind, text, source, note }: EntryFact): string {
  const whole = `${BEGINNINGS[kind]}${text}${source === undefined ? "" : `, ${source}`}`;
  return factText({ text: whole, ...optional("note", note) });
}

/** Every fact of an entry, the weightiest first. Its note is not among them: it is shown as the words of a person. */
export function entryFacts(entry: Entry, reader: EntryReader = {}): readonly EntryFact[] {
  return (Object.keys(FACT_WORDS) as FactName[]).flatMap((name) => wordsOf(entry, name, reader));
}

function wordsOf<K extends FactName>(entry: Entry, name: K, reader: EntryReader): readonly EntryFact[] {
  const fact: Entry[K] = entry[name];
  if (fact === undefined || fact === null) return [];
  const words: FactWords<K> = FACT_WORDS[name];
  return words(fact, entry, reader);
}

type FactWords<K extends FactName> = (fact: Fact<K>, entry: Entry, reader: EntryReader) => readonly EntryFact[];

/** How each kind of fact is put into words, in the order in which they are shown. */
const FACT_WORDS: { readonly [K in FactName]: FactWords<K> } = {
  start: ({ terms }) => [{ kind: "start", text: `${countLabel(terms.size, "term")} frozen, the clock starts` }],
  decision: ({ outcome, by, why, override, forecast }) => [
    {
      kind: "decision",
      text: `${outcomeLabel(outcome).toLowerCase()}, by ${by.name}`,
      note: override === undefined ? why : `${why}, against the recommendation: ${override}`,
    },
    ...(forecast === undefined ? [] : [promisedFact(forecast)]),
  ],
  gate: ({ number, title, approver }, _, reader) => [
    { kind: "gate", text: `${number} passed: ${title}, approved by ${named(approver, reader)}` },
  ],
  followup: ({ due, actuals, notInUse, source }) => [
    {
      kind: "follow-up",
      text:
        `for ${longDateLabel(due)}: ` +
        (notInUse === undefined
          ? listLabel([...actuals].map(([name, actual]) => `${name} ${actualText(actual)}`))
          : "no longer in use"),
      ...optional("note", notInUse),
      ...optional("source", source),
    },
  ],
  labels: (labels) =>
    labels.map(({ eval: id, arm, said: { both, judge, person, neither }, unlabelled, file }) => ({
      kind: "labels",
      text:
        `${id}: ${countLabel(both + judge + person + neither, "case")}, ` +
        `${both + neither} as the judge said${arm === "" ? "" : ` on ${arm}`}` +
        (unlabelled === undefined ? "" : `, ${unlabelled} left open`),
      source: file,
    })),
  waivers: (waivers, _, reader) =>
    waivers.map(({ item, until, approver, reason }) => ({
      kind: "waiver",
      text: `${item} until ${longDateLabel(until)}, by ${named(approver, reader)}`,
      note: reason,
    })),
  amend: ({ changes, approver, reason }, _, reader) => [
    ...changes.map((change): EntryFact => ({ kind: "amendment", text: changeText(change) })),
    { kind: "amendment", text: `approved by ${named(approver, reader)}`, note: reason },
  ],
  clear: ({ criterion, reason, approver }, _, reader) => [
    {
      kind: "clearing",
      text: `kill criterion ${criterion} cleared, approved by ${named(approver, reader)}`,
      note: reason,
    },
  ],
  undo: ({ entry, reason }) => [{ kind: "undo", text: `withdraws ${entry}`, ...optional("note", reason) }],
  results: (results) =>
    results.map((result) => {
      const [brief, note] = [resultText(result), readingNote(result)];
      return {
        kind: "result",
        text: note === "" ? brief : `${brief} (${note})`,
        brief,
        ...optional("source", sourceOf(result)),
      };
    }),
  tasks: (lines) => lines.map((line) => ({ kind: "tasks", text: tasksText(line), ...optional("note", line.note) })),
  spend: (lines, entry, reader) => lines.map((_, index) => spendFact(entry, index, reader)),
  time: (lines, _, { hours: shown = "person" }) =>
    lines.map(({ hours, people, what, meeting }) => ({
      kind: meeting ? "meeting" : "hours",
      text: meeting
        ? `${hoursLabel(hours)} × ${countLabel(people, "person", "people")}`
        : shown === "person"
          ? hoursLabel(hours)
          : "time logged",
      ...optional("note", what),
    })),
  focus({ share, what }) {
    const text = `${shortDecimalText(share)}%`;
    return [{ kind: "focus", text, brief: `focus ${text}`, ...optional("note", what) }];
  },
  answers: (answers) => [...answers].map(([id, answer]) => ({ kind: "answer", text: `${id}: ${answer}` })),
  assumptions: (answers) =>
    [...answers].map(([id, answer]) => ({
      kind: "assumption",
      text: `${id} ${answer === "open" ? "is open" : answer}`,
    })),
  risks: (risks) =>
    risks.map(({ id, level, note, evidence }) => {
      const seen = evidence === undefined ? "" : ` (${evidence})`;
      const text = `${id} is ${level === "unknown" ? "not assessed" : level}`;
      return note === undefined
        ? { kind: "risk", text: `${text}${seen}` }
        : { kind: "risk", text, note: `${note}${seen}` };
    }),
  attest: (items) =>
    items.map(({ item, note, evidence }) => ({
      kind: "attest",
      text: item,
      note: note === undefined ? evidence : `${note}, ${evidence}`,
    })),
  runs: (runs) => runs.map((run) => ({ kind: "run", text: run.item, note: runText(run) })),
  note: () => [],
  stated: () => [],
  source: ({ format, file, replaces }) => [
    {
      kind: "source",
      text: [file, format, replaces && `replaces ${replaces}`].filter(Boolean).join(", "),
    },
  ],
};

/** What a go promised: `wrong-rate 11% (8.3% to 14.2%) and payback 9.1 months, due Thu 4 Mar 2027 and …`. */
function promisedFact({ due, lines }: Forecast): EntryFact {
  const promised = lines.map((line) => {
    const { figure, low, high } = line;
    const range =
      low === undefined ? "" : ` (${quantityText(low)} to ${high === undefined ? "never" : quantityText(high)})`;
    return `${lineName(line)} ${quantityText(figure)}${range}`;
  });
  return { kind: "forecast", text: `${listLabel(promised)}, due ${listLabel(due.map(longDateLabel))}` };
}

function named(person: Person, { person: name }: EntryReader): string {
  return name === undefined ? person.name : name(person);
}

/** `target of latency changed from value ≤ 2 s to value ≤ 2.5 s, after 3 results`. */
function changeText({ term, from, to, resultsSeen }: TermChange): string {
  const change = `${termLabel(term)} ${changedWords({ from, to })}`;
  return resultsSeen === 0 ? change : `${change}, after ${countLabel(resultsSeen, "result")}`;
}

/** `4.16 USD tokens, metered from gpt-4.1 1.2M/310k`, and what it took the place of. */
function spendFact(entry: Entry, index: number, { replaced }: EntryReader): EntryFact {
  const line = entry.spend[index]!;
  const { amount, exact, category, note, model, rate, basis } = line;
  const taker = replaced && takerOf(replaced, entry.id, index);
  const taken = replaced && replacementBy(replaced, entry.id, index);
  const replaces =
    taken !== undefined
      ? `, ${replacesClause(taken)}`
      : line.replaces === undefined
        ? ""
        : `, to replace ${listLabel(line.replaces)}`;
  const label = exact === undefined ? moneyLabel(amount) : exactLabel(exact, amount.currency);
  const price = `${label} ${category}${model === undefined ? "" : ` on ${model}`}`;
  const at = rate === undefined ? "" : ` at ${shortDecimalText(rate)}`;
  return {
    kind: "spend",
    text: `${price}${at}${basisClause(line)}${replaces}`,
    brief: `${price}${basis === undefined || basis === "billed" ? "" : `, ${basis}`}`,
    ...optional("note", note),
    ...optional("replacedBy", taker?.entry.id),
  };
}

/** `wrong-rate 22/200 in 20 groups on reranker-k8`. */
export function resultText(result: Result): string {
  const { arm, clusters } = result;
  const figures = `${figuresText(result)}${groupsLabel(groupsOf(clusters))}${errorsLabel(result.errors)}`;
  return `${result.eval} ${figures}${arm === "" ? "" : ` on ${arm}`}`;
}

/**
 * `false in passed counts`, `took assumed to be in s`: how a file was read, where a person might not think so; "" where
 * there is nothing to say.
 */
function readingNote({ cases, values = cases }: Result): string {
  if (values === undefined) return "";
  const { column, counted, unit, assumed, rate } = values;
  const name = column ?? "the column";
  const notes = [
    counted === undefined ? "" : `${counted} in ${name} counts`,
    unit === undefined ? "" : assumed === true ? `${name} assumed to be in ${unit}` : `${name} read in ${unit}`,
    rate === undefined ? "" : `converted at ${shortDecimalText(rate)}`,
  ].filter((note) => note !== "");
  return notes.join(", ");
}

function figuresText(result: Result): string {
  const { count, value, pairs, n, runs, sd, within, sample, before } = result;
  if (pairs !== undefined)
    return (
      `both ${pairs.both}, only baseline ${pairs.baseline}, only candidate ${pairs.candidate}, neither ` +
      `${pairs.neither}`
    );
  if (count !== undefined) {
    const runs = within === undefined ? "" : ` within ${quantityText(within)}`;
    return `${countText(count)}${runs}${sample === undefined ? "" : ` (percentile ${quantityText(sample)})`}`;
  }
  const spread = [
    n === undefined ? "" : `n ${numberLabel(n)}`,
    runs === undefined ? "" : countLabel(runs, "run"),
    sd === undefined ? "" : `sd ${measuredText({ amount: sd, unit: "" }, result)}`,
  ]
    .filter((text) => text !== "")
    .join(", ");
  const then = before === undefined ? "" : `, ${measuredText(before.value, result)} before`;
  const figure = value === undefined ? "without a figure" : measuredText(value, result) + then;
  return spread === "" ? figure : `${figure} (${spread})`;
}

/** `model gpt-4.1-2025-04-14, evidence runs/17.json`; undefined where neither was said. */
function sourceOf({ model, evidence }: Result): string | undefined {
  const parts = [model === undefined ? "" : `model ${model}`, evidence === undefined ? "" : `evidence ${evidence}`];
  const text = parts.filter((part) => part !== "").join(", ");
  return text === "" ? undefined : text;
}

/** `262 of 300 tasks done right on reranker-k8, 1.8 s each, review 30 s`. */
function tasksText({ count, arm, latency, review }: TaskLine): string {
  const parts = [
    `${numberLabel(count.x)} of ${countLabel(count.n, "task")} done right${arm === "" ? "" : ` on ${arm}`}`,
    latency === undefined ? "" : `${quantityText(latency)} each`,
    review === undefined ? "" : `review ${quantityText(review)}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
