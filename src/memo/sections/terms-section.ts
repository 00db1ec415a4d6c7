import { longDateLabel } from "../../domain/scalars/calendar.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { pathText } from "../../diagnostics/place.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termLabel, termTextLabel } from "../../domain/records/terms.ts";
import { countLabel } from "../../domain/scalars/labels.ts";
import { namedAs } from "../../wording/people.ts";

/** One term that was changed with leave. */
export interface AmendmentRow {
  readonly date: string;
  /** What was changed, in words: `target of wrong-rate`. */
  readonly what: string;
  /** Its name in `poc amend`: `evals.wrong-rate.target`. */
  readonly term: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly approver: string;
  /** Whether results for the criterion had been seen when it was changed. */
  readonly seen: string;
  /** True where they had. */
  readonly late: boolean;
  readonly entries: readonly string[];
}

/** One term that was changed without leave. */
export interface DriftRow {
  readonly what: string;
  readonly term: string;
  readonly frozen: string;
  readonly current: string;
  /** `evals.yaml, wrong-rate.target`. */
  readonly place: string;
}

/** What was agreed when, and every change since. */
export interface TermsSection {
  /** `Mon 23 Nov 2026`; "" while nothing is frozen. */
  readonly frozenOn: string;
  readonly frozenBy: string;
  readonly amendments: readonly AmendmentRow[];
  /** Changes in the files without an amendment. Verdicts ignore them. */
  readonly drift: readonly DriftRow[];
  /** True where terms were frozen and none has changed since. */
  readonly unchanged: boolean;
  /** That the terms in the log do not fit the hash that was kept with them; "" where they do. */
  readonly unfit: string;
  /** The hash of the terms as they were frozen; "" where the start does not record it. */
  readonly hash: string;
  /** `2026-11-23T09:58:12+01:00 by Example TSA`; "" where nobody outside stamped the hash. */
  readonly stamped: string;
  /** The entry that froze them. */
  readonly entries: readonly string[];
}

const NONE = "nothing";

const NOTHING: readonly never[] = [];

/** The first is where somebody edited: what comes after it rests on the same terms. */
export function unfitText([first]: readonly Entry[]): string {
  if (first === undefined) return "";
  return first.start === undefined
    ? `The terms before the amendment of ${longDateLabel(first.date)} do not fit the hash kept with it: an entry was ` +
        `edited, or two branches amended the terms independently.`
    : "The terms in the start entry do not fit the hash kept with them: the log was edited, and what was agreed is " +
        "not known.";
}

/** `unfit`: entries whose hash does not fit the terms; see `unfitTerms`. */
export function termsSection(
  { started, amendments, drift }: Standing,
  unfit: readonly Entry[] = NOTHING,
): TermsSection {
  return {
    frozenOn: started === undefined ? "" : longDateLabel(started.date),
    frozenBy: started === undefined ? "" : namedAs(started.by, started),
    amendments: amendments.flatMap(({ entry, amendment }) =>
      amendment.changes.map((change) => ({
        date: longDateLabel(entry.date),
        what: termLabel(change.term),
        term: change.term,
        from: termTextLabel(change.from ?? NONE),
        to: termTextLabel(change.to ?? NONE),
        reason: amendment.reason,
        approver: namedAs(amendment.approver, entry),
        seen: seenLabel(change.resultsSeen),
        late: change.resultsSeen > 0,
        entries: [entry.id],
      })),
    ),
    drift: drift.map((item) => ({
      what: termLabel(item.term),
      term: item.term,
      frozen: termTextLabel(item.frozen ?? NONE),
      current: termTextLabel(item.current ?? NONE),
      place: `${item.place.file}, ${pathText(item.place.path)}`,
    })),
    unchanged: started !== undefined && amendments.length === 0 && drift.length === 0 && unfit.length === 0,
    unfit: unfitText(unfit),
    hash: started?.start?.sha256 ?? "",
    stamped: stampedText(started),
    entries: started === undefined ? [] : [started.id],
  };
}

function stampedText(started: Entry | undefined): string {
  const timestamp = started?.start?.timestamp;
  return timestamp === undefined ? "" : `${instantText(timestamp.at)} by ${timestamp.authority}`;
}

/** `after 3 results`: whether results were known when a term was changed. */
export function seenLabel(resultsSeen: number): string {
  return resultsSeen === 0 ? "before any result" : `after ${countLabel(resultsSeen, "result")}`;
}
