import { startProblems } from "../../checks/start-checks.ts";
import { startNeedAt } from "../../checks/start-needs.ts";
import { START_NEED_NAMES, type StartNeed } from "../../wording/start-needs.ts";
import { fullReader } from "../../document/reading/full-reader.ts";
import { fullRecords } from "../../document/reading/read-records.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import { standingOf } from "../../domain/standing/standing.ts";
import { dateIn } from "../../domain/scalars/instant.ts";
import { scaffoldFile, type ScaffoldDraft } from "../../memo/template/scaffold.ts";
import type { Context } from "../ports/ports.ts";

/** What `poc start` would lack if the draft were written now, in the order in which a team finds it out. */
export function startNeeds(context: Context, draft: ScaffoldDraft): readonly StartNeed[] {
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
): readonly StartNeed[] {
  const files = texts.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { records, diagnostics } = fullRecords(
    { files, zoneOf: (name) => context.zones.zone(name), memos: [] },
    fullReader,
  );
  const epochMs = context.clock.now();
  const standing = standingOf(records, { epochMs, date: dateIn(records.zone, epochMs), now: true });
  const found = new Set([...diagnostics, ...startProblems(standing)].map(({ place }) => startNeedAt(place)));
  return START_NEED_NAMES.filter((need) => found.has(need));
}
