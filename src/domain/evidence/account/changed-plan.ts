import type { Entry } from "../../records/entry.ts";
import type { AgreedSize } from "./agreed-size.ts";
import { afterGivingUp, conditionalError, freshSample, type ArmSample } from "./arm-sample.ts";
import { noteLine, withArm, type AccountRules, type Balance, type Book, type Group } from "./book.ts";
import type { RunScale } from "./run-scale.ts";

/** The size that is in force. If it was changed after some cases were seen, only the conditional error is left. */
export function withSize(balance: Balance, size: number, byFirst: boolean, entry: Entry, book: Book): Balance {
  if (balance.size === size && balance.sizeByFirstRun === byFirst) return balance;
  let next: Balance = { ...balance, size, sizeByFirstRun: byFirst };
  if (balance.size === undefined || balance.size === size) return next;
  for (const [name, arm] of balance.arms) {
    if (arm.last === undefined || arm.full !== undefined) continue;
    const after = restarted(arm, conditionalError(arm, balance.size, book.scale), book.scale);
    const line = { code: "size-changed", entry, arm: name, cases: after.sample.n } as const;
    next = noteLine(book, next, withArm(next, name, after), line);
  }
  return next;
}

/** The arm with another budget, from what it has come to on. */
function restarted(arm: ArmSample, all: number, scale: RunScale): ArmSample {
  const fresh = freshSample(scale, all, arm.extendedTo);
  if (arm.last === undefined) return fresh;
  const sample = scale.grownFrom(arm.last.result);
  return { ...fresh, last: arm.last, ...(sample === undefined ? {} : { sample, from: sample.n }) };
}

/** A choice among more arms than this is no plan: what is left is not shared again, and a further arm gets nothing. */
const MOST_ARMS = 50;

/** Shares what is left when arms appear that were not named beforehand; at the very first run, that is everything. */
export function withArms(balance: Balance, group: Group, agreed: AgreedSize, book: Book): Balance {
  if (group.every(({ result }) => balance.arms.has(result.arm))) return balance;
  const { rules, scale } = book;
  const { entry } = group[0];
  const found = [...new Set(group.map(({ result }) => result.arm))].filter((name) => !balance.arms.has(name));
  if (balance.arms.size >= MOST_ARMS) return balance;
  const untouched = balance.arms.size === 0;
  const planned = untouched ? plannedArms(agreed, found, rules, entry) : [];
  const fresh = [...new Set([...found, ...planned])].filter((name) => !balance.arms.has(name));
  const open = [...balance.arms].filter(([, arm]) => arm.full === undefined);
  const given = open.reduce((sum, [, arm]) => sum + afterGivingUp(arm, balance.size!, scale), 0);
  const all = given + balance.confirming + balance.spare;
  const single = open.length + fresh.length === 1 && untouched;
  const each = single ? all : all / 2 / (open.length + fresh.length);
  const extended = agreed.extended !== undefined && agreed.extended > balance.size! ? agreed.extended : undefined;
  const arms = new Map(balance.arms);
  for (const [name, arm] of open) arms.set(name, restarted(arm, each, scale));
  for (const name of fresh) arms.set(name, freshSample(scale, each, extended));
  const next = { ...balance, arms, spare: 0, confirming: single ? 0 : all / 2 };
  if (untouched) return next;
  return noteLine(book, balance, next, { code: "arm-added", entry, arm: found.join(", "), cases: 0 });
}

/**
 * The arms among which there is a choice from the beginning. An eval that picks none itself is measured on those of the
 * eval that does, and shares the cost of the picking; unless the arm had been picked before it was measured at all.
 */
function plannedArms(
  { arms }: AgreedSize,
  found: readonly string[],
  { armsToPick, pickedBefore }: AccountRules,
  entry: Entry,
): readonly string[] {
  if (arms.length > 0) return found.every((name) => name === "") && arms.length === 1 ? [] : arms;
  if (found.length === 1 && pickedBefore(entry) === found[0]) return [];
  return found.some((name) => armsToPick.includes(name)) ? armsToPick : [];
}
