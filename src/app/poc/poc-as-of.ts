import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { AsOf } from "../../domain/standing/as-of.ts";
import type { Context } from "../ports/ports.ts";
import { asOf } from "./judge.ts";
import { openPoc, readFolder, readPoc, type OpenPoc } from "./open-poc.ts";

/** A PoC, and the instant that it is to be judged at. */
export interface PocAsOf {
  readonly poc: OpenPoc;
  readonly instant: AsOf;
}

/**
 * A PoC as `--as-of` asks for it: entries and frozen terms know their time themselves; all else in the definition files
 * is what git knows that they said at that instant. Where git does not know, they are read as they are today, and a
 * diagnostic says so.
 *
 * @throws RecordsFault where there is no PoC; UsageFault where the text is neither a day nor an instant
 */
export async function openPocAsOf(
  context: Context,
  directory: string | undefined,
  text: string | undefined,
  fresh?: "fresh",
): Promise<PocAsOf> {
  const poc = await openPoc(context, directory, fresh);
  const instant = asOf(poc.records, context.clock, text);
  // A clock that ticks while the PoC is read must not make this moment an earlier day.
  const now = instant.now ? instant.epochMs : context.clock.now();
  const read = instant.epochMs >= now ? poc : await pocAt(context, poc, instant);
  const ahead = !instant.now && instant.date > dateIn(poc.records.zone, now);
  return { poc: ahead ? { ...read, diagnostics: [...read.diagnostics, ofDayToCome(instant)] } : read, instant };
}

/** The PoC with its definition files as they were at an instant, as far as git knows. */
export async function pocAt(context: Context, poc: OpenPoc, instant: AsOf): Promise<OpenPoc> {
  const names = Object.values(DEFINITION_FILES);
  const then = context.history.filesAt(poc.folder.path, names, instant.epochMs);
  const today = readFolder(poc.folder);
  const unknown = names.filter((name) => !then.has(name) && today.some((file) => file.name === name));
  const changed = today.some((file) => {
    const bytes = then.get(file.name);
    return bytes !== undefined && (!("bytes" in file) || !sameBytes(file.bytes, bytes));
  });
  const added = [...then].filter(([name]) => !today.some((file) => file.name === name));
  const files = today.map((file) => {
    const bytes = then.get(file.name);
    return bytes === undefined ? file : { name: file.name, bytes };
  });
  const read =
    changed || added.length > 0
      ? await readPoc(context, poc.folder, [...added.map(([name, bytes]) => ({ name, bytes })), ...files])
      : poc;
  return unknown.length === 0 ? read : { ...read, diagnostics: [...read.diagnostics, asToday(unknown, instant)] };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A day to come is judged by what is known today: useful before a kill criterion is due, and no statement of fact. */
function ofDayToCome({ date }: AsOf): Diagnostic {
  return {
    code: "as-of-in-future",
    message: `${longDateLabel(date)} has not come yet: this is the state if nothing more happens until then`,
    place: valueAt(DEFINITION_FILES.charter, "timebox"),
    hint: "leave out --as-of for the current state",
  };
}

function asToday(names: readonly string[], { date }: AsOf): Diagnostic {
  return {
    code: "judged-by-files-of-today",
    message:
      `${listLabel(names)} ${names.length === 1 ? "is" : "are"} read as of today: ` +
      `git has no version from ${longDateLabel(date)} or before`,
    place: valueAt(names[0]!),
    hint: "if you commit the PoC regularly, an earlier day can be judged by its own files",
  };
}
