import { knownRisks } from "../../domain/records/records.ts";
import type { OpenPoc } from "../poc/open-poc.ts";
import { pair } from "./facts/flag-problems.ts";
import type { KnownItems } from "./facts/read-answers.ts";
import { namesBeforeEquals, type KnownNames } from "./facts/stray-facts.ts";
import type { LogRequest } from "./log-request.ts";

/** The names that a text may put before `=`. Items of checklists have a dot in theirs, and are read where one does. */
export async function knownNames(
  { records }: OpenPoc,
  { text = "", results, assumptions, risks, answers, attest, tokens, spend, hours, meetings }: LogRequest,
  itemsFor: (ids: readonly string[]) => Promise<KnownItems>,
): Promise<KnownNames> {
  const items = await itemsFor(namesBeforeEquals(text).filter((name) => name.includes(".")));
  const flags = [results, assumptions, risks, answers, attest, tokens].flat();
  return {
    definitions: records.definitions,
    risks: knownRisks(records),
    items: [...items.items.keys(), ...items.ofGates.keys()],
    flagged: new Set([
      ...flags.flatMap((flag) => pair(flag)?.[0] ?? []),
      ...(spend.length + tokens.length > 0 ? ["spend"] : []),
      ...(hours.length + meetings.length > 0 ? ["hours"] : []),
    ]),
  };
}
