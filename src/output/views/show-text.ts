import { longDateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { DECISION_WORDS, type DecisionWord, type Entry, type GatePassage } from "../../domain/records/entry.ts";
import type { Result } from "../../domain/records/evals/result.ts";
import { clockLabel, instantText } from "../../domain/scalars/instant.ts";
import { personText } from "../../domain/scalars/person.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import type { ShowResult } from "../../app/views/show-log.ts";
import { resultText, entryFacts, factText, type EntryFact } from "../../wording/entry-facts.ts";
import { apart, cell, paragraph, spaces, table, wrapped } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line, type Safe } from "../terminal/safe.ts";
import type { LinkTarget } from "../terminal/hyperlinks.ts";
import type { Style } from "../terminal/style.ts";
import { termRows } from "./term-rows.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import type { Role } from "../terminal/paint.ts";
import { namedAs, writtenLater } from "../../wording/people.ts";

/** The log by day, the newest first and each read from morning to evening; or one entry with everything it holds. */
export function showText(result: Pick<ShowResult, "entries" | "standing" | "single">, style: Style): string {
  const { entries, standing, single } = result;
  const [only] = entries;
  if (only === undefined)
    return linesText([
      standing.log.entries.length === 0 ? line`Nothing has been logged yet.` : line`No entry matches.`,
    ]);
  return linesText(single ? oneEntry(only, standing, style) : days(entries, standing, style));
}

function days(entries: readonly Entry[], standing: Standing, style: Style): readonly Safe[] {
  const dates = [...new Set(entries.map((entry) => entry.date))].sort().reverse();
  const shown = dates.map((date) => {
    const heading = style.paint("strong", style.text(longDateLabel(date) + dayLabel(date, standing)));
    return [heading].concat(
      entries.filter((entry) => entry.date === date).flatMap((entry) => entryLines(entry, standing, style)),
    );
  });
  return apart([...shown, [style.paint("faint", style.text(countLabel(entries.length, "entry", "entries")))]]);
}

/** `, day 3`, counted in working days of the timebox. */
function dayLabel(date: CivilDate, { definitions }: Standing): string {
  const timebox = definitions.charter?.timebox;
  const day = timebox === undefined ? -1 : workingDates(timebox).indexOf(date);
  return day < 0 ? "" : `, day ${day + 1}`;
}

const INDENT = 9;
/** Lines of a note that the list shows; the whole of it is in `poc show ID`. */
const NOTE_LINES = 4;

function entryLines(entry: Entry, standing: Standing, style: Style): readonly Safe[] {
  const withdrawn = withdrawal(entry, standing, style);
  const role = withdrawn.length === 0 ? undefined : "faint";
  const head = [
    cell(style.text(clockLabel(entry.at)), "faint"),
    cell(style.text(entry.id), "name"),
    cell(
      style.text(
        `${namedAs(entry.by, entry)}${writtenLater(entry)}${entry.via === undefined ? "" : `, via ${entry.via}`}`,
      ),
      role,
    ),
  ];
  return [
    ...table([{ cells: head }], style, { indent: 2, most: [undefined, undefined, style.columns - 20] }),
    ...withdrawn.flatMap((text) => paragraph(text, style, INDENT, "warn")),
    ...(entry.note === undefined
      ? []
      : wrapped(style.text(entry.note, { lines: true }), style.columns - INDENT, NOTE_LINES, style).map((text) =>
          text === "" ? EMPTY : line`${spaces(INDENT)}${role === undefined ? text : style.paint(role, text)}`,
        )),
    ...factsTable(entry, standing, style, INDENT, role),
  ];
}

function withdrawal(entry: Entry, { log }: Standing, style: Style): readonly Safe[] {
  const by = log.withdrawn.get(entry.id);
  if (by === undefined) return [];
  const reason = by.undo?.reason === undefined ? EMPTY : line`: ${style.text(by.undo.reason)}`;
  return [line`WITHDRAWN by ${style.text(by.id)}${reason}`];
}

function oneEntry(entry: Entry, standing: Standing, style: Style): readonly Safe[] {
  const rows: readonly (readonly [word: string, text: string, link?: LinkTarget])[] = [
    ["by", personText(entry.by)],
    ...(entry.recordedBy === undefined ? [] : [["recorded by", personText(entry.recordedBy)] as const]),
    ...(entry.via === undefined ? [] : [["via", entry.via] as const]),
    ["at", instantText(entry.at)],
    ...(entry.logged === undefined ? [] : [["logged", instantText(entry.logged)] as const]),
    ["file", entry.file, { file: entry.file }],
  ];
  const note = entry.note === undefined ? [] : [EMPTY, ...paragraph(style.text(entry.note, { lines: true }), style, 2)];
  const facts = factsTable(entry, standing, style, 2);
  const details = entry.results.flatMap((result) => resultDetails(result, style));
  const day = style.text(longDateLabel(entry.date) + dayLabel(entry.date, standing));
  const title = line`${style.paint("name", style.text(entry.id))}  ${style.paint("strong", day)}`;
  return [
    title,
    ...withdrawal(entry, standing, style).flatMap((text) => paragraph(text, style, 2, "warn")),
    ...table(
      rows.map(([word, text, link]) => ({
        cells: [cell(style.text(word), "faint")],
        tail: cell(style.text(text), undefined, link),
      })),
      style,
      { indent: 2 },
    ),
    ...note,
    ...(facts.length === 0 ? [] : [EMPTY, ...facts]),
    ...(details.length === 0 ? [] : [EMPTY, ...details]),
    ...terms(entry, style),
    ...decisionWords(entry, style),
    ...(entry.gate === undefined
      ? []
      : [EMPTY, style.paint("strong", line`State when it was passed`), ...passageRows(entry.gate, style)]),
  ];
}

/** Where a result comes from: model, evidence, data set and raw values. */
function resultDetails(result: Result, style: Style): readonly Safe[] {
  const { model, evidence, dataset, values } = result;
  const column = values?.column === undefined ? "" : `, column ${values.column}`;
  const raw =
    values === undefined
      ? undefined
      : `${values.file}${column}${values.cluster === undefined ? "" : ` in groups of ${values.cluster}`}, sha256 ` +
        `${values.sha256}`;
  const rows = (
    [
      ["model", model],
      ["evidence", evidence, evidence === undefined ? undefined : { evidence }],
      ["data set", dataset],
      ["values", raw, values === undefined ? undefined : { evidence: values.file }],
    ] as const
  ).flatMap(([word, text, link]) =>
    text === undefined
      ? []
      : [{ cells: [cell(style.text(word), "faint")], tail: cell(style.text(text), undefined, link) }],
  );
  return rows.length === 0
    ? []
    : [...paragraph(style.text(resultText(result)), style, 2), ...table(rows, style, { indent: 4 })];
}

function terms(entry: Entry, style: Style): readonly Safe[] {
  if (entry.start === undefined) return [];
  return [EMPTY, style.paint("strong", line`Frozen terms`), ...termRows(entry.start.terms, style)];
}

const DECISION_LABELS: Readonly<Record<DecisionWord, string>> = {
  ask: "requested",
  ends: "ends if",
  learned: "learned",
  alternatives: "alternatives",
  retryIf: "again if",
};

/** What a decision says beside its outcome and reason. */
function decisionWords({ decision }: Entry, style: Style): readonly Safe[] {
  if (decision === undefined) return [];
  const conditions = decision.conditions.map(({ what, owner, by }): readonly [string, string] => {
    const [who, until] = [owner?.name, by === undefined ? undefined : `by ${longDateLabel(by)}`];
    return ["condition", [what, who, until].filter((part) => part !== undefined).join(", ")];
  });
  const met = (decision.met ?? []).map((what): readonly [string, string] => ["met", what]);
  const words = DECISION_WORDS.flatMap((word): (readonly [string, string])[] => {
    const text = decision[word];
    return text === undefined ? [] : [[DECISION_LABELS[word], text]];
  });
  const rows = [...conditions, ...met, ...words].map(([label, text]) => ({
    cells: [cell(style.text(label), "faint")],
    tail: cell(style.text(text)),
  }));
  return rows.length === 0 ? [] : [EMPTY, ...table(rows, style, { indent: 2 })];
}

/** The facts of an entry, one below the other, each with the word for what it is. Consecutive ones share the word. */
function factsTable(
  entry: Entry,
  { spend }: Pick<Standing, "spend">,
  style: Style,
  indent: number,
  role?: Role,
): readonly Safe[] {
  return factRows(entryFacts(entry, { replaced: spend.replaced, person: personText }), style, indent, role);
}

function factRows(facts: readonly EntryFact[], style: Style, indent: number, role: Role | undefined): readonly Safe[] {
  const rows = facts.map((fact, k) => ({
    cells: [cell(style.text(k > 0 && facts[k - 1]!.kind === fact.kind ? "" : fact.kind), "faint")],
    tail: cell(style.text(rowText(fact)), fact.replacedBy === undefined ? role : "faint"),
  }));
  return table(rows, style, { indent });
}

function rowText(fact: EntryFact): string {
  const gone = fact.replacedBy === undefined ? "" : `, REPLACED by ${fact.replacedBy}`;
  return factText({ ...fact, text: fact.text + gone });
}

/** The conditions of a gate as they stood when it was passed. */
function passageRows({ conditions }: GatePassage, style: Style): readonly Safe[] {
  const rows = conditions.map(({ item, state, because, entries }) => ({
    cells: [cell(state === "met" ? line`[x]` : line`[~]`, state === "met" ? "good" : "warn"), cell(style.text(item))],
    tail: cell(
      style.text(
        `${state === "met" ? "" : "WAIVED: "}${because}${entries.length === 0 ? "" : ` (${entries.join(", ")})`}`,
      ),
    ),
  }));
  return table(rows, style, { indent: 2, most: [undefined, Math.floor(style.columns * 0.3)], tailLines: 3 });
}
