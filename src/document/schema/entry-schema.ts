import { ASSUMPTION_ANSWERS } from "../../domain/records/assumption.ts";
import { amendment, attestation, clearing, correction, decision, start, commandRun } from "./entry-acts.ts";
import { followUp } from "./entry-forecast.ts";
import { gatePassage, waiver } from "./entry-gates.ts";
import { focusNote, resultLine, riskNote, spendLine, taskLine, timeLine } from "./entry-lines.ts";
import { entrySource, labelling } from "./entry-origins.ts";
import { CanonicalCursor } from "../canonical/canonical-cursor.ts";
import {
  UNREAD,
  fields,
  list,
  mapOf,
  mapped,
  once,
  oneOrMore,
  optional,
  required,
  type Field,
  type OptionalField,
  type Unread,
} from "./field.ts";
import { civilDate } from "../../domain/scalars/calendar.ts";
import { anyText, choice, id, instant, person, term, text } from "./scalar-fields.ts";
import { NOW_MARKS, type Entry } from "../../domain/records/entry.ts";
import { FACT_NAMES, NO_FACTS, type Fact, type FactName } from "../../domain/records/facts.ts";
import { repeatedLine } from "./repeated-line.ts";

/** Names that people gave to files become ids, and those are longer than seven characters. */
const LONGEST_ID = 200;

/** Names of programs with their version. */
const LONGEST_VIA = 200;

/** Each kind of fact as it stands in a file, with what an editor says of it. */
function factFields() {
  return {
    note: optional(text(), "Note", "What happened, in words.", "Reranker on, k=8. Clear gain on multi-hop questions."),
    results: optional(list(resultLine()), "Results", "What was measured.", [{ eval: "wrong-rate", count: "22/200" }]),
    tasks: optional(
      list(taskLine()),
      "Tasks",
      "The tasks of the system, and how many were done right. Their cost is the spend of this entry.",
      [{ count: "262/300", latency: "1.8 s", review: "0.5 min" }],
    ),
    spend: optional(list(spendLine()), "Spend", "Money that was spent.", [{ amount: "12.40 EUR", category: "tokens" }]),
    time: optional(list(timeLine()), "Time", "Hours that people worked.", [
      { hours: 2 },
      { meeting: 0.5, people: 4, what: "Review with security" },
    ]),
    focus: optional(
      focusNote(),
      "Focus",
      "The share of the author's working day spent on the PoC; the rest went to interruptions or other work.",
      { share: "60%", what: "On call" },
    ),
    assumptions: optional(
      mapOf(id(), choice(ASSUMPTION_ANSWERS)),
      "Assumptions",
      "Answers about assumptions, by their ids.",
      { "corpus-is-clean": "holds" },
    ),
    risks: optional(list(riskNote()), "Risks", "The current levels of risks.", [
      { id: "pii-in-traces", level: "high", note: "Traces hold customer names" },
    ]),
    answers: optional(
      mapOf(id(), choice(["yes", "no"])),
      "Answers",
      "Answers to the questions of kill criteria, by their ids: yes ends the work.",
      { "no-residency": "no" },
    ),
    attest: optional(list(attestation()), "Attestations", "Checklist items that are done, with their evidence.", [
      { item: "exit.sponsor-committed", evidence: "https://example.com/minutes/12" },
    ]),
    stated: optional(
      mapOf(term(), anyText()),
      "Stated",
      "What the files said of the things that it answers or attests. Written by `poc log`.",
      { "mvp.budget": "120000.00 EUR" },
    ),
    runs: optional(
      list(commandRun()),
      "Runs",
      "Commands of checklist items that were run. Written by `poc checklist NAME --run`.",
      [{ item: "release.tests", command: "npm test", exit: 0, seconds: 41.2 }],
    ),
    start: optional(start(), "Start", "The terms as they were frozen. Written by `poc start`.", {
      terms: { spend_cap: "2000.00 EUR" },
    }),
    amend: optional(amendment(), "Amendment", "A change of terms. Written by `poc amend`.", {
      reason: "The vendor moved the date",
      approver: "Marta Weiss <marta@example.com>",
      changes: { "timebox.working_days": { from: "10", to: "12", results_seen: 0 } },
    }),
    clear: optional(
      clearing(),
      "Clearing",
      "A kill criterion that was tripped and no longer ends the work. Written by `poc amend --clear`.",
      {
        criterion: "no-better-than-search",
        reason: "The first run used last year's index",
        approver: "Marta Weiss <marta@example.com>",
      },
    ),
    undo: optional(correction(), "Correction", "An entry that no longer counts. Written by `poc undo`.", {
      entry: "k7f3q2m",
      reason: "Logged twice",
    }),
    decision: optional(decision(), "Decision", "What a person decided. Written by `poc decide`.", {
      outcome: "go",
      by: "Marta Weiss <marta@example.com>",
      why: "Wrong answers fell by half at a tenth of the cap",
      recommended: "go",
      rule: "everything-met",
    }),
    waivers: optional(
      list(waiver()),
      "Waivers",
      "Conditions of gates that need not be met until a day. Written by `poc gate waive` and `poc gate pass`.",
      [
        {
          item: "feasibility-poc.risks",
          reason: "The review is booked",
          approver: "Marta Weiss <marta@example.com>",
          until: "2026-12-31",
        },
      ],
    ),
    gate: optional(gatePassage(), "Gate", "A gate that was passed. Written by `poc gate pass`.", {
      gate: "feasibility-poc",
      number: 1,
      title: "Feasibility PoC",
      after: "value-hypothesis",
      outcome: "passed",
      approver: "Marta Weiss <marta@example.com>",
      conditions: [
        {
          item: "decision",
          state: "met",
          basis: "evidence",
          because: "Go, by Marta Weiss on Fri 4 Dec 2026",
          entries: ["k7f3q2m"],
        },
      ],
    }),
    followup: optional(
      followUp(),
      "Follow-up",
      "The actual figures for the forecast of a decision. Written by `poc followup`.",
      {
        decision: "k7f3q2m",
        due: "2027-03-04",
        actuals: { "wrong-rate": "12%", payback: "11 months" },
        source: "https://example.com/report/2027-q1",
      },
    ),
    labels: optional(
      list(labelling()),
      "Labels",
      "People's labels of cases that a judge had judged. Written by `poc log --labels EVAL=@FILE`.",
      [
        {
          eval: "right-rate",
          judged: "281/300",
          said: { both: 27, judge: 3, person: 8, neither: 11 },
          file: "labels.csv",
          sha256: "0f".repeat(32),
          of: "0f".repeat(32),
        },
      ],
    ),
    source: optional(entrySource(), "Source", "The source of an imported entry. Written by `poc import`.", {
      format: "promptfoo",
      key: "eval-abc wrong-rate",
      sha256: "0f".repeat(32),
      file: "out.json",
    }),
  } satisfies { readonly [K in FactName]: OptionalField<Fact<K>> };
}

/** The keys of an entry, in the order in which they are written. */
export const ENTRY_KEYS: readonly string[] = [
  "at",
  "logged",
  "by",
  "recorded_by",
  "after",
  "supersedes",
  "now",
  "via",
  ...FACT_NAMES,
];

const entryFields = once(() => ({
  at: required(instant(), "At", "When it happened, with the offset from UTC.", "2026-11-25T16:20:00+01:00"),
  logged: optional(
    instant(),
    "Logged",
    "When it was written, where that is later than `at`: it counts from then on. Written by the tool.",
    "2026-11-26T09:05:00+01:00",
  ),
  by: required(person(), "By", "Who logs it.", "Ana Ruiz <ana@example.com>"),
  recorded_by: optional(
    person(),
    "Recorded by",
    "The person who typed it in the name of `by`. Written by the tool.",
    "Ana Ruiz <ana@example.com>",
  ),
  after: optional(entryId(), "After", "The newest entry in the log when it was written.", "k7f3q2m"),
  supersedes: optional(
    oneOrMore(entryId),
    "Supersedes",
    "The entries whose decision or answer it replaces.",
    "k7f3q2m",
  ),
  now: optional(
    choice(NOW_MARKS),
    "Now",
    "Its time does not come from a clock: POC_NOW was set, which is for tests.",
    ...NOW_MARKS,
  ),
  via: optional(
    text("what wrote the entry", LONGEST_VIA),
    "Via",
    "The program that wrote it in that person's name. Written by `poc mcp`.",
    "mcp, claude-code 2.1.0",
  ),
  ...factFields(),
}));

export const entrySchema = once((): Field<NewEntry> => mapped(fields(entryFields()), entryOf));

/** Facts that stand in nearly every entry, and in many of them with the same words. */
const REPEATED: ReadonlySet<string> = new Set<FactName>(["results", "tasks", "spend", "time"]);

const scanned = once(() => {
  const all: Readonly<Record<string, Field<unknown>>> = entryFields();
  const lines = ENTRY_KEYS.map((key, order) => {
    const { scan } = all[key]!;
    return [key, { order, scan: REPEATED.has(key) ? repeatedLine(scan) : scan }] as const;
  });
  return new Map(lines);
});

/**
 * What an entry says, straight from its canonical text: a line for each key, in order. UNREAD where it is not canonical
 * by the letter, or not as it should be. It stands in for `readCanonicalEntry` and the schema, by which a long log
 * would be walked over twice; a property holds it to them.
 */
export function scanEntry(text: string): WrittenFacts | Unread {
  const cursor = new CanonicalCursor(text);
  const said: Partial<Record<string, unknown>> = {};
  const lines = scanned();
  let last = -1;
  for (let key = cursor.lineKey(); key !== undefined; key = cursor.lineKey()) {
    const line = lines.get(key);
    if (line === undefined || line.order <= last) return UNREAD;
    const value = line.scan(cursor);
    if (value === UNREAD || !cursor.endLine()) return UNREAD;
    said[key] = value;
    last = line.order;
  }
  return cursor.isAtEnd() && isWrittenFacts(said) ? said : UNREAD;
}

function isWrittenFacts(said: Partial<Record<string, unknown>>): said is WrittenFacts {
  return said["at"] !== undefined && said["by"] !== undefined;
}

function entryId(): Field<string> {
  return text("the id of an entry", LONGEST_ID);
}

type Origin = "at" | "logged" | "by" | "after" | "supersedes" | "now" | "via";
/** An entry calls everything as its file does, but for this. */
type RecordedBy = { readonly recorded_by?: Entry["recordedBy"] };
/** The fields of a file by their keys; absent ones are undefined. */
export type WrittenFacts = Pick<Entry, "at" | "by"> & { readonly [K in Origin]?: Entry[K] | undefined } & {
  readonly [K in FactName]?: Fact<K> | undefined;
} & RecordedBy;

/** The entry with the default of everything it does not state. */
function entryOf(said: WrittenFacts): NewEntry {
  const { id: _id, file: _file, date: _date, ...entry } = entryIn(NOWHERE, said);
  return entry;
}

const NOWHERE = { id: "", file: "", date: civilDate(0) };

/**
 * The same in its file. Every entry gets its keys in the same order, whatever order the file has, and all that every
 * entry has at once: that keeps them alike and small for V8, which matters in a log of a hundred thousand.
 */
export function entryIn({ id, file, date }: Pick<Entry, "id" | "file" | "date">, said: WrittenFacts): Entry {
  const none = NO_FACTS;
  const entry: Entry = {
    id,
    file,
    at: said.at,
    date,
    by: said.by,
    results: said.results ?? none.results,
    tasks: said.tasks ?? none.tasks,
    spend: said.spend ?? none.spend,
    time: said.time ?? none.time,
    assumptions: said.assumptions ?? none.assumptions,
    risks: said.risks ?? none.risks,
    answers: said.answers ?? none.answers,
    attest: said.attest ?? none.attest,
    runs: said.runs ?? none.runs,
  };
  addRest(entry, said);
  return entry;
}

function addRest<S extends WrittenFacts>(entry: Partial<Record<keyof S | "recordedBy", unknown>>, said: S): void {
  for (const key in said) {
    const name = key === "recorded_by" ? "recordedBy" : key;
    if (entry[name] === undefined && said[key] !== undefined) entry[name] = said[key];
  }
}

/** An entry before it has a file: what is written, and what a file says without its name. */
export type NewEntry = Omit<Entry, "id" | "file" | "date">;
