import type { Account } from "../../domain/evidence/account/account.ts";
import type { Spending } from "../../domain/evidence/account/spending.ts";
import { countLabel, numberLabel } from "../../domain/scalars/labels.ts";

/** A chance as people read it, never rounded to nothing: `4.96%`, `less than 0.01%`. */
export function chanceText(chance: number): string {
  const percent = Math.abs(chance) * 100;
  if (percent < 1e-7) return "nothing";
  return percent < 0.01 ? "less than 0.01%" : `${percent.toFixed(2)}%`;
}

/** What was promised and what is left: `at most 5% promised, 0.04% left`. */
export function balanceClause({ promised, exact, left }: Account): string {
  const percent = Number((promised * 100).toFixed(4));
  return `${exact ? "at most" : "about"} ${percent}% for a false "met", ${chanceText(left)} left`;
}

/** What happened, as a clause: `look at 100 of 227 cases, on reranker`. */
export function spendingClause(spending: Spending): string {
  const { arm, run } = spending;
  const on = arm === "" || spending.code === "arm-added" ? "" : `, on ${arm}`;
  return whatHappened(spending) + on + (run?.withdrawn === undefined ? "" : ", withdrawn since");
}

function whatHappened({ code, arm, cases, size }: Spending): string {
  const of = size === undefined ? countLabel(cases, "case") : `${numberLabel(cases)} of ${countLabel(size, "case")}`;
  switch (code) {
    case "look":
      return `look at ${of}`;
    case "planned-run":
      return `run of the agreed size: ${countLabel(cases, "case")}`;
    case "extension-look":
      return `look at an extension: ${countLabel(cases, "case")}`;
    case "extension":
      return `extension to ${countLabel(cases, "case")}`;
    case "confirming-run":
      return `run that confirms the picked arm: ${countLabel(cases, "case")}`;
    case "rerun":
      return `rerun: ${countLabel(cases, "case")}`;
    case "smaller-run":
      return `smaller run after the agreed one: ${countLabel(cases, "case")}`;
    case "arm-added":
      return `arm that was not named beforehand, ${arm === "" ? "unnamed" : arm}: the rest is divided again`;
    case "size-changed":
      return `size changed to ${size === undefined ? "none" : numberLabel(size)} after ${countLabel(cases, "case")}`;
    case "started-over":
      return `a fresh sample of ${countLabel(cases, "case")}, whose figures do not continue those of the look before`;
    case "closed":
      return "a decision or a gate ends the account; later results have their own";
  }
}

/** What it took, as a clause: `1.06% spent, judged at 98.24%`. */
export function costClause({ code, spent, level, left }: Spending): string {
  if (code === "closed") return `a new account of ${chanceText(left)}`;
  const moved = spent < -1e-12 ? `${chanceText(spent)} more to come` : `${chanceText(spent)} spent`;
  // What a look spends is its level, except where looks share one: it is said only where it says more.
  return level === undefined || chanceText(level) === chanceText(spent)
    ? moved
    : `${moved}, judged at a level of ${chanceText(level)}`;
}

/**
 * What the first arm costs that nobody had named, where an entry brought it: `fast was not named before the start: of
 * the 5% for a false "met", 0.04% is left for it`; undefined where it did not.
 */
export function unnamedArmClause({ spendings, promised }: Account, entryId: string): string | undefined {
  const added = spendings.findIndex(({ code }) => code === "arm-added");
  const line = spendings[added];
  if (line === undefined || line.entry.id !== entryId) return undefined;
  const level = Math.max(...spendings.slice(added).map((one) => (one.entry === line.entry ? (one.level ?? 0) : 0)));
  const what =
    line.arm === "" ? "a result without --arm is one more arm" : `${line.arm} was not named before the start`;
  const percent = Number((promised * 100).toFixed(4));
  const left = `of the ${percent}% for a false "met", ${chanceText(level)} is left for it`;
  return `${what}: ${left}`;
}

/** Why the first run set the size, where nobody had; else "". */
export function sizeNote({ sizeByFirstRun, size }: Account): string {
  return sizeByFirstRun && size !== undefined
    ? `No size was agreed before the start, so the first run set it: ${countLabel(size, "case")}.`
    : "";
}
