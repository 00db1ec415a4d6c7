import type { Entry } from "../records/entry.ts";
import { loggedAmendments, type LoggedAmendment } from "./amendments.ts";
import { effectiveLog, saying, type EffectiveLog } from "../records/log.ts";
import type { SeenMs } from "../records/seen.ts";
import type { Definitions, Records } from "../records/records.ts";
import type { TermValues } from "../records/term-values.ts";
import { agreedDefinitions, amendedTerms } from "../records/terms.ts";

/** What counts and what was agreed: everything that a judgement judges, before it judges anything. */
export interface Agreement {
  readonly log: EffectiveLog;
  /** The entry that froze the terms. */
  readonly started: Entry | undefined;
  readonly amendments: readonly LoggedAmendment[];
  readonly terms: TermValues | undefined;
  /** From the frozen terms and their amendments; before the start, from the files. */
  readonly definitions: Definitions;
}

/**
 * What was agreed as of an instant, in milliseconds since 1970.
 *
 * @param seenMs that of the whole log, where `records` contains a part of it
 */
export function agreementOf(records: Records, epochMs: number, seenMs?: SeenMs): Agreement {
  const log = effectiveLog(records.log, epochMs, seenMs);
  const [started] = saying(log.counted, "start");
  const amendments = loggedAmendments(started?.start.terms, log.counted, log.entries);
  const terms =
    started &&
    amendedTerms(
      started.start.terms,
      amendments.map(({ amendment }) => amendment),
    );
  const definitions = terms === undefined ? records.definitions : agreedDefinitions(records.definitions, terms);
  return { log, started, amendments, terms, definitions };
}
