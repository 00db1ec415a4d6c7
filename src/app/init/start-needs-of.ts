import { startProblems } from "../../checks/start-checks.ts";
import { startNeedAt, startPartAt } from "../../checks/start-needs.ts";
import { START_NEED_NAMES, type LackingNeed } from "../../wording/start-needs.ts";
import { fullReader } from "../../document/reading/full-reader.ts";
import { fullRecords } from "../../document/reading/read-records.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { scaffoldFile, type ScaffoldDraft } from "../../memo/template/scaffold.ts";
import type { Context } from "../ports/ports.ts";

/** What `poc start` would lack if the draft were written now, in the order in which a team finds it out. */
export function startNeeds(context: Context, draft: ScaffoldDraft): readonly LackingNeed[] {
  const names = Object.values(DEFINITION_FILES);
  return startNeedsOf(
    context,
    names.map((name) => ({ name, text: scaffoldFile(context.assets, name, draft, ".schemas") })),
  );
}

/** The same of the files themselves. */
export function startNeedsOf(
  context: Context,
  texts: readonly { readonly name: string; readonly text: string }[],
): readonly LackingNeed[] {
  const files = texts.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { records, diagnostics } = fullRecords(
    { files, zoneOf: (name) => context.zones.zone(name), memos: [] },
    fullReader,
  );
  const epochMs = context.clock.now();
  const standing = standingOf(records, { epochMs, date: dateIn(records.zone, epochMs), now: true });
  const places = [...diagnostics, ...startProblems(standing)].map(({ place }) => place);
  return START_NEED_NAMES.flatMap((need) => {
    const found = places.filter((place) => startNeedAt(place) === need).map(startPartAt);
    if (found.length === 0) return [];
    // A problem of the whole file names no part of it.
    return [{ need, parts: found.includes(undefined) ? [] : [...new Set(found.filter((one) => one !== undefined))] }];
  });
}
