import { SPEND_CATEGORIES, type Costs } from "../../../domain/records/costs.ts";
import type { Entry, SpendLine } from "../../../domain/records/entry.ts";
import type { Instant } from "../../../domain/scalars/instant.ts";
import { effectiveLog } from "../../../domain/records/log.ts";
import { nearest } from "../../../domain/scalars/nearest.ts";
import { isBetter } from "../../../domain/spend/replacement.ts";
import { spendStanding } from "../../../domain/spend/spend.ts";
import type { FlagProblems } from "./flag-problems.ts";
import type { SpendItem } from "../../../domain/spend/spend-item.ts";

const FLAG = "--replaces";

/** What an amount may replace: every line of the log that counts, whatever its day. */
export interface ReplaceContext {
  readonly log: readonly Entry[];
  readonly costs: Costs;
  /** The moment of the entry that is being made. */
  readonly at: Instant;
}

/**
 * Reads `k7f3q2m,m2p9x4a` or `tokens`: the entries, or the category, of which an amount replaces the lines that are
 * known less well. Gives the ids of these entries, oldest first, so that the entry says what it replaced when it was
 * made.
 */
export function readReplaces(
  texts: readonly string[],
  lines: readonly SpendLine[],
  context: ReplaceContext,
  problems: FlagProblems,
): readonly string[] | undefined {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) {
    return problems.add(
      FLAG,
      `found ${lines.length === 0 ? "no amount" : `${lines.length} amounts`} in the entry, expected the one that ` +
        `replaces others`,
      lines.length === 0 ? 'add it: --spend "412.50 EUR:tokens"' : "log each bill as an entry of its own",
    );
  }
  const { counted } = effectiveLog(context.log, Infinity);
  const { items } = spendStanding(counted, undefined, context.costs, undefined, undefined);
  const open = items.filter(
    (item) =>
      isBetter({ category: line.category, basis: line.basis ?? "billed" }, item) &&
      item.entry.at.epochMs <= context.at.epochMs,
  );
  const named = texts
    .flatMap((text) => text.split(","))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (named.length === 0)
    return problems.add(
      FLAG,
      "found nothing, expected ids of entries or a category",
      `write --replaces ${line.category}`,
    );
  const ids = new Set(
    named.flatMap((name) =>
      isCategory(name) ? ofCategory(name, line, open, problems) : ofEntry(name, line, open, context, problems),
    ),
  );
  return [...new Set(open.map(({ entry }) => entry.id))].filter((id) => ids.has(id));
}

function isCategory(name: string): boolean {
  return SPEND_CATEGORIES.some((category) => category === name);
}

function ofCategory(
  name: string,
  line: SpendLine,
  open: readonly SpendItem[],
  problems: FlagProblems,
): readonly string[] {
  if (name !== line.category)
    problems.add(
      FLAG,
      `found ${name}, expected the category of the amount, which is ${line.category}`,
      `write --replaces ${line.category}, or name the category with the amount: --spend "…:${name}"`,
    );
  else if (open.length === 0)
    problems.add(
      FLAG,
      `found no amount for ${name} that is less reliable and not replaced yet`,
      "leave out --replaces: the amount then counts in addition to the others",
    );
  else return open.map(({ entry }) => entry.id);
  return [];
}

function ofEntry(
  name: string,
  line: SpendLine,
  open: readonly SpendItem[],
  { log, at }: ReplaceContext,
  problems: FlagProblems,
): readonly string[] {
  const found = log.find(({ id }) => id === name) ?? begun(name, log);
  if (found === undefined) {
    const close = nearest(name, [...log.map(({ id }) => id), ...SPEND_CATEGORIES]);
    problems.add(
      FLAG,
      `no entry is called "${name.slice(0, 60)}"`,
      close === undefined ? "poc show lists them; a category stands for all of its lines" : `did you mean ${close}?`,
    );
    return [];
  }
  if (open.some(({ entry }) => entry.id === found.id)) return [found.id];
  problems.add(
    FLAG,
    `${found.id} contains nothing that this amount could replace: ${whyNot(found, line, log, at)}`,
    `poc show ${found.id} shows what it contains`,
  );
  return [];
}

/** The one entry whose id begins so. */
function begun(name: string, log: readonly Entry[]): Entry | undefined {
  const those = log.filter(({ id }) => id.startsWith(name));
  return those.length === 1 ? those[0] : undefined;
}

function whyNot(entry: Entry, line: SpendLine, log: readonly Entry[], at: Instant): string {
  const by = effectiveLog(log, Infinity).withdrawn.get(entry.id);
  if (by !== undefined) return `it was withdrawn by ${by.id}`;
  if (entry.at.epochMs > at.epochMs) return "it is later";
  const own = entry.spend.filter(({ category }) => category === line.category);
  if (own.length === 0) return `it has no amount for ${line.category}`;
  const basis = line.basis ?? "billed";
  const weaker = own.some((one) =>
    isBetter({ category: line.category, basis }, { category: one.category, basis: one.basis ?? "billed" }),
  );
  return weaker
    ? "another amount has replaced it already"
    : `its amount is ${own[0]!.basis ?? "billed"}, and a new ${basis} amount does not replace that`;
}
