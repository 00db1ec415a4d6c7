import { SPEND_BASES, type SpendBasis, type SpendCategory } from "../records/costs.ts";
import { addDecimals, decimal } from "../scalars/decimal.ts";
import { roundedMoney, subtractMoney, type Money } from "../scalars/money.ts";
import type { SpendItem } from "./spend-item.ts";

/** An amount that took the place of others: a bill of what had been metered or estimated. */
export interface Replacement {
  readonly by: SpendItem;
  readonly replaced: readonly SpendItem[];
  /** What they had come to, in the currency of the standing; undefined where one has no rate. */
  readonly before: Money | undefined;
  /** By how much the total changed. */
  readonly change: Money | undefined;
}

/**
 * Why an entry that is named has nothing to be replaced.
 * `absent`: it is not among the entries that count. `nothing`: it holds no amount of the category. `as-good`: what it
 * holds is known as well as the amount itself. `taken`: another amount had taken its place before.
 */
export type VoidReason = "itself" | "absent" | "later" | "nothing" | "as-good" | "taken";

export interface VoidReplacement {
  readonly by: SpendItem;
  /** Index in `replaces`. */
  readonly nth: number;
  readonly id: string;
  readonly reason: VoidReason;
  /** Who had taken the place before. */
  readonly taker?: SpendItem;
}

export interface Replacements {
  /** Amounts that count, each purchase once. */
  readonly counted: readonly SpendItem[];
  readonly replacements: readonly Replacement[];
  /** The same, by the key of the line that replaces. */
  readonly byLine: ReadonlyMap<string, Replacement>;
  /** What took the place of a line, by the key of the line. */
  readonly takers: ReadonlyMap<string, SpendItem>;
  readonly voids: readonly VoidReplacement[];
}

/** What an amount is for, and how well it is known. */
interface Known {
  readonly category: SpendCategory;
  readonly basis: SpendBasis;
}

/**
 * Whether an amount may replace another: of the same category, and known better. So nothing goes in circles.
 */
export function isBetter(by: Known, than: Known): boolean {
  return by.category === than.category && SPEND_BASES.indexOf(by.basis) > SPEND_BASES.indexOf(than.basis);
}

/**
 * Which amounts count. A line that names earlier entries replaces their lines of its category that are known
 * less well; each line is replaced once, by the first that says so, and what is replaced still replaces.
 * `items` are the lines of the entries that count, oldest first.
 */
export function replacementsAmong(items: readonly SpendItem[], currency: string): Replacements {
  const naming = items.filter((item) => named(item).length > 0);
  const takers = new Map<string, SpendItem>();
  if (naming.length === 0) return { counted: items, replacements: [], byLine: new Map(), takers, voids: [] };
  const byEntry = new Map<string, SpendItem[]>();
  for (const item of items) {
    const same = byEntry.get(item.entry.id);
    if (same === undefined) byEntry.set(item.entry.id, [item]);
    else same.push(item);
  }
  const replacements: Replacement[] = [];
  const voids: VoidReplacement[] = [];
  for (const by of naming) {
    const replaced: SpendItem[] = [];
    for (const [nth, id] of named(by).entries()) {
      const open = takeable(by, id, byEntry.get(id) ?? [], takers);
      if ("reason" in open) voids.push({ by, nth, id, ...open });
      else replaced.push(...open.items);
      for (const item of "reason" in open ? [] : open.items) takers.set(keyOf(item), by);
    }
    if (replaced.length > 0) replacements.push({ by, replaced, ...changeOf(by, replaced, currency) });
  }
  const byLine = new Map(replacements.map((one) => [keyOf(one.by), one]));
  return { counted: items.filter((item) => !takers.has(keyOf(item))), replacements, byLine, takers, voids };
}

function keyOf({ entry, index }: SpendItem): string {
  return lineKey(entry.id, index);
}

/** Tells the spend lines of a log apart. */
export function lineKey(entry: string, index: number): string {
  return `${entry} ${index}`;
}

/** What took the place of the line of an entry; undefined where it counts. */
export function takerOf({ takers }: Pick<Replacements, "takers">, entry: string, index: number): SpendItem | undefined {
  return takers.get(lineKey(entry, index));
}

/** What the line of an entry took the place of; undefined where it did of nothing. */
export function replacementBy(
  { byLine }: Pick<Replacements, "byLine">,
  entry: string,
  index: number,
): Replacement | undefined {
  return byLine.get(lineKey(entry, index));
}

function named({ entry, index }: SpendItem): readonly string[] {
  return entry.spend[index]?.replaces ?? [];
}

type Takeable = { readonly items: readonly SpendItem[] } | { readonly reason: VoidReason; readonly taker?: SpendItem };

/**
 * The lines of an entry whose place an amount takes, or why there are none. An entry that is named twice is so once.
 */
function takeable(
  by: SpendItem,
  id: string,
  items: readonly SpendItem[],
  takers: ReadonlyMap<string, SpendItem>,
): Takeable {
  const [first] = items;
  if (id === by.entry.id) return { reason: "itself" };
  if (first === undefined) return { reason: "absent" };
  if (first.entry.at.epochMs > by.entry.at.epochMs) return { reason: "later" };
  const own = items.filter((item) => item.category === by.category && mayBeOneModel(by, item));
  if (own.length === 0) return { reason: "nothing" };
  const weaker = own.filter((item) => isBetter(by, item));
  if (weaker.length === 0) return { reason: "as-good" };
  const open = weaker.filter((item) => !takers.has(keyOf(item)));
  const taker = takers.get(keyOf(weaker[0]!));
  return open.length > 0 || taker === undefined || taker === by ? { items: open } : { reason: "taken", taker };
}

/** A bill for one model replaces nothing that was spent on another; where a side names none, it may be any. */
function mayBeOneModel(by: SpendItem, than: SpendItem): boolean {
  const [own, other] = [by, than].map(({ entry, index }) => entry.spend[index]?.model);
  return own === undefined || other === undefined || modelKey(own) === modelKey(other);
}

/** `Claude Opus 5`, `anthropic/claude-opus-5` and `claude-opus-5-20261001` are one model. */
export function modelKey(model: string): string {
  const base = model.slice(model.lastIndexOf("/") + 1).toLowerCase();
  return base.replaceAll(/[ _.]+/g, "-").replace(/-\d{4}-?\d{2}-?\d{2}$/, "");
}

function changeOf(
  by: SpendItem,
  replaced: readonly SpendItem[],
  currency: string,
): Pick<Replacement, "before" | "change"> {
  const known = replaced.flatMap(({ exact }) => exact ?? []);
  if (by.converted === undefined || known.length < replaced.length) return { before: undefined, change: undefined };
  const before = roundedMoney(known.reduce(addDecimals, decimal(0)), currency);
  return { before, change: subtractMoney(by.converted, before) };
}
