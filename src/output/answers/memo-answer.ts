import type { Recommendation } from "../../domain/standing/recommendation.ts";
import { flow, cell, paragraph, apart, table } from "../terminal/layout.ts";
import { madeFromSentence } from "../../wording/organisation/foreign-templates.ts";
import { linesText } from "../terminal/lines-text.ts";
import { EMPTY, line } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { Memo } from "../../app/documents/documents.ts";
import type { StaleReason } from "../../app/documents/verify-documents.ts";

/** A document that was rendered. */
export interface RenderedMemo {
  /** As the person would open it: relative to where they are. */
  readonly path: string;
  /** `written`; `unchanged`: the same bytes lay there already. */
  readonly state: "written" | "unchanged";
  /** Of the decision memo; the documents of other gates recommend nothing. */
  readonly recommendation?: Recommendation;
  /** Whether a browser shows it; absent where nobody asked for that. */
  readonly shown?: boolean;
  /** How many places of the document are open. */
  readonly open?: number;
  /** Templates that it was made from and that do not ship with the tool. */
  readonly foreign?: readonly string[];
}

/** What `--verify` found out about a document. */
export interface VerifiedMemo {
  readonly path: string;
  /**
   * `current`: it says what the records say. `stale`: the records have changed since. `edited`: somebody changed its
   * text by hand. `foreign`: it was not rendered by the tool. `missing`: there is none.
   */
  readonly state: "current" | "stale" | "edited" | "foreign" | "missing" | "passed";
  /** Why it is stale. */
  readonly reason?: StaleReason;
  /** Templates that it is made from and that do not ship with the tool. */
  readonly foreign?: readonly string[];
}

export function memoAnswer(
  { path, state, recommendation, shown, open = 0, foreign = [] }: RenderedMemo,
  style: Style,
): string {
  const did = state === "written" ? line`Wrote` : line`Unchanged:`;
  return linesText(
    flow(
      [
        cell(line`${style.paint("strong", did)} ${style.paint("name", style.text(path))}`),
        cell(
          recommendation === undefined
            ? EMPTY
            : style.text(`recommendation: ${outcomeLabel(recommendation.outcome)} (${recommendation.rule})`),
        ),
        cell(
          shown === undefined
            ? EMPTY
            : shown
              ? line`opened in the browser`
              : line`no browser was found: open the file yourself`,
        ),
        cell(foreign.length === 0 ? EMPTY : style.text(`made from ${listLabel(foreign)}`), "warn"),
        cell(open === 0 ? EMPTY : style.text(`OPEN in ${countLabel(open, "place")}`), "warn"),
      ],
      style,
      style.columns,
    ),
  );
}

const FOUND: Readonly<Record<Exclude<VerifiedMemo["state"], "stale">, string>> = {
  current: "is up to date with the records.",
  edited: "was edited by hand after it was rendered.",
  foreign: "was not rendered by poc, so it cannot be verified.",
  missing: "does not exist.",
  passed: "is as it was when its gate was passed.",
};

/** More than these are a log, and poc show lists that. */
const MOST_CHANGES = 6;

/** Why a document is out of date, as a sentence to follow its name. */
function staleSentence(reason: StaleReason | undefined): string {
  switch (reason?.code) {
    case "entries-since": {
      const { entries, afterDay } = reason;
      const more = entries.length - MOST_CHANGES + 1;
      const named = entries.length > MOST_CHANGES ? [...entries.slice(0, MOST_CHANGES - 1), `${more} more`] : entries;
      const were = `${countLabel(entries.length, "entry", "entries")} ${entries.length === 1 ? "was" : "were"}`;
      const when = afterDay ? "the day it speaks of" : "it was rendered";
      return `is out of date: ${were} logged after ${when} (${listLabel(named)}).`;
    }
    case "terms-unfit": {
      const entries = listLabel(reason.entries);
      return `cannot be trusted: the agreed terms in the log do not fit the hash kept with them (${entries}).`;
    }
    case "rendered-otherwise":
      return "is out of date: its template, its checklist or the version of poc has changed.";
    default:
      return "is out of date: a file or an entry that it was made from was edited, added or removed afterwards.";
  }
}

/** What to do about it; nothing if it is current. */
function fixSentence({ path, state, reason }: VerifiedMemo): string {
  if (reason?.code === "terms-unfit")
    return "Compare with git log -p log/; poc check --hash shows which terms fit their hash.";
  if (state === "stale" || state === "missing") return `Render it again: ${commandFor(path)}`;
  if (state !== "edited") return "";
  return `Render it again with ${commandFor(path)} --force; put your additions into a template or an entry.`;
}

/** Whether each document still says what the records say. */
export function verifyAnswer(memos: readonly VerifiedMemo[], style: Style): string {
  if (memos.length === 0) return linesText([line`There is no document in memos/ to verify. poc memo renders one.`]);
  return linesText(
    memos.flatMap((memo) => {
      const { path, state, reason, foreign = [] } = memo;
      const fine = state === "current" || state === "passed";
      const fix = fixSentence(memo);
      return [
        ...paragraph(
          style.text(`${path} ${state === "stale" ? staleSentence(reason) : FOUND[state]}`),
          style,
          0,
          fine ? "good" : "bad",
        ),
        ...(fix === "" ? [] : paragraph(style.text(fix), style, 2, "faint")),
        ...(foreign.length === 0
          ? []
          : paragraph(style.text(madeFromSentence(listLabel(foreign), foreign.length)), style, 2, "warn")),
      ];
    }),
  );
}

/** The command that renders a document: `memos/checklist-exit-2026-12-04.md` is one of `poc checklist exit`. */
function commandFor(path: string): string {
  const list = /checklist-([a-z0-9-]+)-\d{4}-\d\d-\d\d\.[a-z]+$/.exec(path)?.[1];
  const kind = /([a-z][a-z0-9-]*)-\d{4}-\d\d-\d\d\.[a-z]+$/.exec(path)?.[1];
  const form = /\.(html|pdf)$/.exec(path)?.[1];
  const command =
    list !== undefined
      ? `poc checklist ${list} --write`
      : kind === undefined || kind === "decision"
        ? "poc memo"
        : `poc memo ${kind}`;
  return `${command}${form === undefined ? "" : ` --format ${form}`}`;
}

/** The documents that can be rendered, by their gates. */
export function memoListText(memos: readonly Memo[], style: Style): string {
  const rows = memos.map(({ kind, gate, about }) => ({
    cells: [cell(style.text(`gate ${gate}`), "faint"), cell(style.text(kind), "name")],
    tail: cell(style.text(about)),
  }));
  return linesText(
    apart([
      table(rows, style, { indent: 0 }),
      paragraph(line`poc memo NAME renders one; what the records do not answer is marked OPEN.`, style, 0, "faint"),
    ]),
  );
}
