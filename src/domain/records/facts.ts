import type { Path } from "../../diagnostics/place.ts";
import { DECISION_WORDS, type Entry } from "./entry.ts";

/** What an entry may say, by the keys of its file; the rest of an entry is when, where, who and upon what. */
export type FactName = Exclude<
  keyof Entry,
  "id" | "file" | "at" | "logged" | "date" | "by" | "recordedBy" | "after" | "supersedes" | "now" | "via"
>;

export type Fact<K extends FactName> = NonNullable<Entry[K]>;

/** What an entry says, before it has a name and a place. */
export type Facts = Partial<Pick<Entry, FactName>>;

/** Called with a text and its path within the fact. */
type Tell = (text: string | undefined, ...path: Path) => void;

/** What the domain has to know of a kind of fact. */
interface FactKind<K extends FactName> {
  /** The value of an entry that says nothing about it. */
  readonly none: Entry[K];
  /** Visits every text that a person may have typed or pasted, because that is where a secret could be. */
  readonly texts: (fact: Fact<K>, tell: Tell) => void;
  /**
   * `work` is what the PoC is made of; an `act` is done once, by a command of its own, and gives the entry its name; a
   * `word` is everything else that people say.
   */
  readonly role: "work" | "act" | "word";
  /** Whether it can change a verdict. */
  readonly judges: boolean;
  /** Whether it was agreed or decided, so that the entry is never undone. */
  readonly final: boolean;
  /**
   * Whether it depends on what was there before, so that the entry names the newest entry that its author could know.
   */
  readonly follows: boolean;
  /** Its part of the file name; undefined if it has none. */
  readonly subject: (fact: Fact<K>) => string | undefined;
}

const NOTHING = () => undefined;
const WORD = { role: "word", judges: false, final: false, follows: false, subject: NOTHING } as const;
const WORK = { role: "work", judges: true, final: false, follows: false } as const;
const ACT = { role: "act", judges: true, final: false, follows: true } as const;

/**
 * Every kind of fact, in the order in which an entry is written. The tables of the other rooms are keyed by this one:
 * schema and text in document/, JSON in output/, words in wording/. The compiler names the rows that a new fact lacks.
 */
const FACTS = {
  note: { ...WORD, none: undefined, texts: (note, tell) => tell(note), subject: (note) => note },
  results: {
    ...WORK,
    none: [],
    texts(results, tell) {
      results.forEach(({ evidence, model, arm, values, cases }, k) => {
        tell(evidence, k, "evidence");
        tell(model, k, "model");
        tell(arm, k, "arm");
        tell(values?.file, k, "values", "file");
        tell(values?.column, k, "values", "column");
        tell(values?.cluster, k, "values", "cluster");
        tell(cases?.file, k, "cases", "file");
        tell(cases?.arm, k, "cases", "arm");
      });
    },
    subject: ([first]) => first?.eval,
  },
  tasks: {
    ...WORK,
    judges: false,
    none: [],
    texts(tasks, tell) {
      tasks.forEach(({ arm, note }, k) => {
        tell(arm, k, "arm");
        tell(note, k, "note");
      });
    },
    subject: () => "tasks",
  },
  spend: {
    ...WORK,
    none: [],
    texts(lines, tell) {
      lines.forEach(({ note, tokens, model }, k) => {
        tell(note, k, "note");
        tell(model, k, "model");
        tell(tokens?.model, k, "tokens", "model");
      });
    },
    subject: ([first]) => first?.category,
  },
  time: {
    ...WORK,
    none: [],
    texts(lines, tell) {
      lines.forEach(({ what }, k) => tell(what, k, "what"));
    },
    subject: () => "hours",
  },
  focus: { ...WORD, none: undefined, texts: ({ what }, tell) => tell(what, "what"), subject: () => "focus" },
  assumptions: { ...WORD, none: new Map(), texts: NOTHING },
  risks: {
    ...WORD,
    none: [],
    texts(risks, tell) {
      risks.forEach(({ note, evidence }, k) => {
        tell(note, k, "note");
        tell(evidence, k, "evidence");
      });
    },
  },
  answers: { ...WORD, judges: true, follows: true, none: new Map(), texts: NOTHING },
  attest: {
    ...WORD,
    none: [],
    texts(items, tell) {
      items.forEach(({ evidence, note }, k) => {
        tell(evidence, k, "evidence");
        tell(note, k, "note");
      });
    },
  },
  stated: {
    ...WORD,
    none: undefined,
    texts(stated, tell) {
      for (const [name, text] of stated) tell(text, name);
    },
  },
  runs: {
    ...ACT,
    judges: false,
    follows: false,
    none: [],
    texts(runs, tell) {
      runs.forEach(({ command, cwd, tail }, k) => {
        tell(command, k, "command");
        tell(cwd, k, "cwd");
        tell(tail, k, "tail");
      });
    },
    // A run of an eval's command is named after the result.
    subject: ([first]) => (first?.item.includes(".") === true ? `checklist ${first.item.split(".")[0]}` : undefined),
  },
  start: {
    ...ACT,
    final: true,
    none: undefined,
    texts({ terms }, tell) {
      for (const [term, text] of terms) tell(text, "terms", term);
    },
    subject: () => "start",
  },
  amend: {
    ...ACT,
    final: true,
    none: undefined,
    texts({ reason, changes }, tell) {
      tell(reason, "reason");
      for (const { term, from, to, met } of changes) {
        tell(met?.verdict, "changes", term, "met", "verdict");
        tell(from, "changes", term, "from");
        tell(to, "changes", term, "to");
      }
    },
    subject: () => "amend",
  },
  clear: {
    ...ACT,
    final: true,
    none: undefined,
    texts: ({ reason }, tell) => tell(reason, "reason"),
    subject: ({ criterion }) => `clear ${criterion}`,
  },
  undo: {
    ...ACT,
    none: undefined,
    texts: ({ reason }, tell) => tell(reason, "reason"),
    subject: ({ entry }) => `undo ${entry}`,
  },
  decision: {
    ...ACT,
    final: true,
    none: undefined,
    texts(decision, tell) {
      const { why, conditions, override } = decision;
      tell(why, "why");
      conditions.forEach(({ what }, k) => tell(what, "conditions", k, "what"));
      tell(override, "override");
      for (const word of DECISION_WORDS) tell(decision[word], word);
    },
    subject: ({ outcome }) => `decision ${outcome}`,
  },
  waivers: {
    ...ACT,
    judges: false,
    none: undefined,
    texts(waivers, tell) {
      waivers.forEach(({ reason }, k) => tell(reason, k, "reason"));
    },
    subject: ([first]) => `waiver ${first?.item ?? ""}`,
  },
  gate: {
    ...ACT,
    judges: false,
    final: true,
    none: undefined,
    texts({ title, conditions }, tell) {
      tell(title, "title");
      conditions.forEach(({ because }, k) => tell(because, "conditions", k, "because"));
    },
    subject: ({ gate }) => `gate ${gate}`,
  },
  followup: {
    ...ACT,
    judges: false,
    none: undefined,
    texts({ notInUse, source }, tell) {
      tell(notInUse, "not_in_use");
      tell(source, "source");
    },
    subject: () => "follow-up",
  },
  labels: {
    ...WORK,
    none: undefined,
    texts(labels, tell) {
      labels.forEach(({ arm, file }, k) => {
        tell(arm, k, "arm");
        tell(file, k, "file");
      });
    },
    subject: ([first]) => `labels ${first?.eval ?? ""}`,
  },
  source: {
    ...WORD,
    // Whether it may decide if another entry counts.
    judges: true,
    none: undefined,
    texts({ key, file }, tell) {
      tell(key, "key");
      tell(file, "file");
    },
  },
} as const satisfies { readonly [K in FactName]: FactKind<K> };

/** Facts that make an entry final. */
export type FinalFact = { [K in FactName]: (typeof FACTS)[K]["final"] extends true ? K : never }[FactName];

/** The same table, in a form that keeps each name together with the type of its row. */
const KINDS: { readonly [K in FactName]: FactKind<K> } = FACTS;

/** In the order in which an entry is written. */
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

type ListedFact = { [K in FactName]: undefined extends Entry[K] ? never : K }[FactName];

/** Their empty values, in that order. */
const NONE: readonly unknown[] = FACT_NAMES.map((name) => FACTS[name].none);

/** An entry that says nothing yet, from which every entry is made. All share it, because most entries say little. */
export const NO_FACTS = Object.fromEntries(
  FACT_NAMES.map((name, index): readonly [FactName, unknown] => [name, NONE[index]]).filter(([, none]) => none),
) as Pick<Entry, ListedFact>;

/** An entry that says something of a fact. */
export type Saying<K extends FactName> = Entry & { readonly [P in K]: Fact<P> };

/** Whether an entry says anything of the fact: an empty list or map says nothing. */
function isSaid(facts: Facts, name: FactName): boolean {
  const fact: unknown = facts[name];
  // Most entries say little, and share the same empty values.
  if (fact === undefined || fact === FACTS[name].none) return false;
  return fact instanceof Map ? fact.size > 0 : !Array.isArray(fact) || fact.length > 0;
}

/** The entries that say something of each fact of `FACT_NAMES`: in one loop, because a log may be long. */
export function listsBySaid(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const lists = FACT_NAMES.map((): Entry[] => []);
  for (const entry of entries)
    for (let index = 0; index < FACT_NAMES.length; index++) {
      const fact: unknown = entry[FACT_NAMES[index]!];
      if (fact !== undefined && fact !== NONE[index] && isSaid(entry, FACT_NAMES[index]!)) lists[index]!.push(entry);
    }
  return lists;
}

export function saysAnything(facts: Facts): boolean {
  return FACT_NAMES.some((name) => isSaid(facts, name));
}

/** The facts of an entry, in the order in which they are written. */
export function saidFacts(facts: Facts): readonly FactName[] {
  return FACT_NAMES.filter((name) => isSaid(facts, name));
}

/**
 * Every text of the facts that a person may have typed, with its path in the file. It takes a callback, because logs
 * are long.
 */
export function eachText(facts: Facts, tell: (text: string, path: Path) => void): void {
  for (const name of FACT_NAMES) if (isSaid(facts, name)) textsOf(facts, name, tell);
}

function textsOf<K extends FactName>(facts: Facts, name: K, tell: (text: string, path: Path) => void): void {
  const fact: Facts[K] = facts[name];
  if (fact === undefined || fact === null) return;
  KINDS[name].texts(fact, (text, ...path) => {
    if (text !== undefined) tell(text, [name, ...path]);
  });
}

/** Whether a text of the fact passes a test. */
export function someText<K extends FactName>(entry: Saying<K>, name: K, test: (text: string) => boolean): boolean {
  let found = false;
  KINDS[name].texts(entry[name], (text) => {
    found ||= text !== undefined && test(text);
  });
  return found;
}

/** Kinds of work in an entry: results, tasks, money, time. Notes and acts are not work. */
export function workOf(facts: Facts): readonly FactName[] {
  return WORK_NAMES.filter((name) => isSaid(facts, name));
}

/** Whether an entry may change a verdict. */
export function mayJudge(facts: Facts): boolean {
  return JUDGING_NAMES.some((name) => isSaid(facts, name));
}

/** Whether an entry says what it was written after: acts and answers to questions do. */
export function followsOthers(facts: Facts): boolean {
  return FOLLOWING_NAMES.some((name) => isSaid(facts, name));
}

/** Whether an entry takes the place of others: a new import of what was imported before, or an amount known better. */
export function takesPlace({ source, spend = [] }: Facts): boolean {
  return source?.replaces !== undefined || spend.some(({ replaces = [] }) => replaces.length > 0);
}

/** What was agreed or decided is never undone: the start, amendments, decisions, gates that were passed. */
export function finalFact(facts: Facts): FinalFact | undefined {
  return FINAL_NAMES.find((name) => facts[name] !== undefined);
}

/**
 * The part of the file name that describes the entry: its act, or the last one if there are two; otherwise its note or
 * first fact.
 */
export function subjectOf(facts: Facts): string {
  const said = saidFacts(facts);
  const act = said.findLast((name) => FACTS[name].role === "act");
  const names = act === undefined ? said : [act, ...said];
  return names.map((name) => subjectOfFact(facts, name)).find((text) => text !== undefined) ?? "entry";
}

function subjectOfFact<K extends FactName>(facts: Facts, name: K): string | undefined {
  const fact: Facts[K] = facts[name];
  return fact === undefined || fact === null ? undefined : KINDS[name].subject(fact);
}

const WORK_NAMES = FACT_NAMES.filter((name) => FACTS[name].role === "work");
const JUDGING_NAMES = FACT_NAMES.filter((name) => FACTS[name].judges);
const FOLLOWING_NAMES = FACT_NAMES.filter((name) => FACTS[name].follows);
const FINAL_NAMES = FACT_NAMES.filter((name): name is FinalFact => FACTS[name].final);
