import { CATALOGUE, FAMILIES } from "../../diagnostics/catalogue.ts";
import { TERM_FAMILIES, termNames } from "../../domain/records/term-names.ts";
import { lineName } from "../../domain/records/forecast/forecast.ts";
import { openPoc, type OpenPoc } from "../poc/open-poc.ts";
import type { Context } from "../ports/ports.ts";

/** A word that a shell may insert at the cursor, with its description. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** Names that are found in a PoC, or that the tool has. */
const NAME_KINDS = [
  "eval",
  "arm",
  "model",
  "entry",
  "criterion",
  "assumption",
  "risk",
  "item",
  "code",
  "term",
  "gate",
  "checklist",
  "document",
  "forecast",
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** All names of a kind that can be read. Completion never complains: if something is broken, there are no names. */
export async function knownWords(
  context: Context,
  directory: string | undefined,
  kind: NameKind,
): Promise<readonly Candidate[]> {
  try {
    const found = await NAMES[kind](context, () => openPoc(context, directory));
    return distinct(found.filter(({ word }) => SAFE.test(word)));
  } catch {
    return [];
  }
}

/** A shell may expand what it is given, and names come from repositories that people cloned. */
const SAFE = /^[\p{L}\p{N}][\p{L}\p{N}._:@+-]*$/u;

type Names = (context: Context, poc: () => Promise<OpenPoc>) => Promise<readonly Candidate[]>;

const NAMES: Readonly<Record<NameKind, Names>> = {
  eval: async (_, poc) => (await poc()).records.definitions.evals.map(({ id, metric }) => candidate(id, metric)),
  arm: async (_, poc) => {
    const { definitions, log } = (await poc()).records;
    return [
      ...definitions.evals.flatMap(({ id, arms }) =>
        (arms ?? []).map(({ name }) => candidate(name, `an arm of ${id}`)),
      ),
      ...log.flatMap(({ results }) => results.flatMap(({ arm, eval: id }) => named(arm, `measured for ${id}`))),
    ];
  },
  model: async (_, poc) =>
    (await poc()).records.log.flatMap(({ results }) => results.flatMap(({ model }) => named(model, "in the log"))),
  entry: async (_, poc) =>
    [...(await poc()).records.log]
      .reverse()
      .map(({ id, date, note }) => candidate(id, `${date} ${note?.split("\n")[0] ?? ""}`)),
  forecast: async (_, poc) =>
    (await poc()).records.log.flatMap(({ decision, date }) =>
      (decision?.forecast?.lines ?? []).map((line) => candidate(lineName(line), `promised on ${date}`)),
    ),
  criterion: async (_, poc) =>
    (await poc()).records.definitions.killCriteria.map(({ id, statement, ask }) => candidate(id, statement ?? ask)),
  assumption: async (_, poc) =>
    (await poc()).records.definitions.assumptions.map(({ id, statement }) => candidate(id, statement)),
  risk: async (_, poc) => {
    const { definitions, log } = (await poc()).records;
    return [
      ...definitions.risks.map(({ id, question }) => candidate(id, question)),
      ...log.flatMap(({ risks }) => risks.map(({ id }) => candidate(id, "in the log"))),
    ];
  },
  item: async (context, poc) => {
    const { attestableItems } = await import("../checklists/attestable-items.ts");
    const { items, ofGates } = await attestableItems(context, await poc());
    return [...items.keys(), ...ofGates.keys()].map((id) => candidate(id, "a checklist item"));
  },
  code: async () =>
    FAMILIES.flatMap(({ codes }) => Object.keys(codes)).map((code) =>
      candidate(code, Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as keyof typeof CATALOGUE].title : ""),
    ),
  term: async (_, poc) => {
    const { evals, killCriteria } = (await poc()).records.definitions;
    const ids: Readonly<Record<string, readonly string[]>> = {
      [TERM_FAMILIES.evals.prefix]: evals.map(({ id }) => id),
      [TERM_FAMILIES.killCriteria.prefix]: killCriteria.map(({ id }) => id),
    };
    return termNames().flatMap((name) => {
      const of = ids[name.split(".")[0] ?? ""];
      return of === undefined ? [candidate(name, "")] : of.map((id) => candidate(name.replace(".ID.", `.${id}.`), ""));
    });
  },
  gate: async (context, poc) => {
    const { openLibrary } = await import("../library/open-library.ts");
    const { gates } = (await openLibrary(context, (await poc()).folder)).gates();
    return gates.map(({ id, title }) => candidate(id, title));
  },
  checklist: async (context, poc) => {
    const { openLibrary } = await import("../library/open-library.ts");
    const { checklists } = await openLibrary(context, (await poc()).folder);
    return checklists.names.map((name) => candidate(name, "a checklist"));
  },
  document: async () => {
    const { MEMOS } = await import("../documents/documents.ts");
    return MEMOS.map(({ kind, about }) => candidate(kind, about));
  },
};

/** On one line, because descriptions come from people's files. */
function candidate(word: string, about: string | undefined): Candidate {
  return { word, about: (about ?? "").replaceAll(/\s+/gu, " ").trim() };
}

function named(word: string | undefined, about: string): readonly Candidate[] {
  return word === undefined ? [] : [candidate(word, about)];
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((one) => [one.word, one])).values()];
}
