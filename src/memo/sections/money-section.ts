import { focusStanding } from "../../domain/spend/focus.ts";
import { focusSentence } from "../../wording/spend.ts";
import { unsetClause } from "../../wording/charter.ts";
import { subtractMoney, type Money } from "../../domain/scalars/money.ts";
import type { Replacement } from "../../domain/spend/replacement.ts";
import { replacementSentence } from "../../wording/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { hoursLabel, moneyLabel, shareLabel, bareMoneyLabel } from "../../domain/scalars/labels.ts";
import { compositionLabel, compositionSuffix } from "../../wording/spend.ts";
import { openText } from "../text/one-line.ts";
import { upperFirst } from "../../wording/first-letter.ts";

/** Money by what it was for. */
export interface CategoryRow {
  readonly category: string;
  readonly planned: string;
  readonly used: string;
  /** `300.00 billed, 49.43 estimated`: what `used` is made of; "" where all of it is billed. */
  readonly composition: string;
  readonly entries: readonly string[];
}

/** Money planned and used. */
export interface MoneySection {
  readonly spent: string;
  /** `1,200.00 billed, 400.00 metered, 49.43 estimated`: what the total is made of; "" where all of it is billed. */
  readonly composition: string;
  /** `The bill of 412.50 EUR on Fri 13 Nov replaces 3 estimates of 398.20 EUR (+14.30).` */
  readonly replacements: readonly { readonly text: string; readonly entries: readonly string[] }[];
  readonly cap: string;
  /** `62%` of the cap; "" without one. */
  readonly share: string;
  readonly remaining: string;
  readonly planned: string;
  /** The mean of a working day; "" before the first. */
  readonly burn: string;
  /** The total at the end of the timebox if the mean holds; "" where it is over or has not begun. */
  readonly projected: string;
  /** The day on which the projection passes the cap, or "". */
  readonly breaksOn: string;
  /** By how much the cap is passed, or "". */
  readonly over: string;
  /** The entry with which it was passed. */
  readonly overEntries: readonly string[];
  readonly categories: readonly CategoryRow[];
  /** Amounts in a currency without a rate: not in the total. */
  readonly unconverted: readonly {
    readonly amount: string;
    readonly category: string;
    readonly entries: readonly string[];
  }[];
  readonly entries: readonly string[];
}

/** People's time planned and used. */
export interface TimeSection {
  /** `The PoC had 83% of the team's working days (noted on 3 of 8 days; the others count in full).`, or "". */
  readonly focus: string;
  readonly focusEntries: readonly string[];
  /** `38.5 h`, of the team as a whole. */
  readonly hours: string;
  readonly cap: string;
  /** How much of it went into meetings; "" where none did. */
  readonly meetingHours: string;
  /** What the hours cost at the stated rates. */
  readonly cost: string;
  /** Hours by person, only where the charter shows them so. */
  readonly people: readonly { readonly name: string; readonly hours: string }[];
  readonly over: boolean;
  readonly overEntries: readonly string[];
  /**
   * The hours at the end of the timebox if the mean holds, where they have a cap; "" where it is over or has not begun.
   */
  readonly projected: string;
  /** The day on which these pass the cap, or "". */
  readonly breaksOn: string;
  /** `10 working days, Mon 23 Nov 2026 to Fri 4 Dec 2026`. */
  readonly timebox: string;
  /** `7 of 10 working days`. */
  readonly used: string;
  readonly entries: readonly string[];
}

/** Money and hours together: what the PoC really cost. */
export interface LoadedSection {
  /** Spend and hours at their rates; "" where some hours have no rate. */
  readonly total: string;
  /** `1,649.43 of spend (all metered) and 5,836.25 of hours`. */
  readonly parts: string;
  /** The share that no invoice shows. */
  readonly hiddenShare: string;
  /** Why the total is not known, or "". */
  readonly missing: string;
}

/** Whether there are days left to project to: not on the last day, and not once it is decided. */
function isAhead({ phase, timebox, asOf }: Standing): boolean {
  return phase === "running" && timebox?.phase === "during" && asOf.date < timebox.end;
}

export function moneySection(standing: Standing): MoneySection {
  const { spend, definitions } = standing;
  const over = spend.cap !== undefined && spend.remaining !== undefined && spend.remaining.minor < 0n;
  return {
    spent: moneyLabel(spend.total),
    composition: compositionLabel(spend.byBasis),
    replacements: spend.replaced.replacements.map(replacementRow),
    cap: spend.cap === undefined ? openText(unsetClause(definitions.charter, "spend_cap")) : moneyLabel(spend.cap),
    share: spend.share === undefined ? "" : shareLabel(spend.share),
    remaining: spend.remaining === undefined ? "" : moneyLabel(spend.remaining),
    planned: moneyLabel(spend.planned),
    burn: spend.burnRate === undefined ? "" : moneyLabel(spend.burnRate),
    projected: spend.projected === undefined || !isAhead(standing) ? "" : moneyLabel(spend.projected),
    breaksOn: spend.breaksOn === undefined ? "" : longDateLabel(spend.breaksOn),
    over: over ? moneyLabel(subtractMoney(spend.total, spend.cap!)) : "",
    overEntries: spend.brokenBy === undefined ? [] : [spend.brokenBy.id],
    categories: spend.byCategory.map((row) => ({
      category: row.category,
      planned: amountOrNone(row.planned),
      used: amountOrNone(row.spent),
      composition: compositionLabel(row.byBasis),
      entries: row.entries,
    })),
    unconverted: spend.unconverted.map((item) => ({
      amount: moneyLabel(item.amount),
      category: item.category,
      entries: [item.entry.id],
    })),
    entries: [...new Set(spend.items.filter((item) => item.converted !== undefined).map((item) => item.entry.id))],
  };
}

function replacementRow(replacement: Replacement) {
  const text = `${replacementSentence(replacement)}.`;
  const replaced = replacement.replaced.map(({ entry }) => entry.id);
  return {
    text: upperFirst(text),
    entries: [...new Set([replacement.by.entry.id, ...replaced])],
  };
}

function amountOrNone(amount: Money): string {
  return amount.minor === 0n ? "–" : moneyLabel(amount);
}

export function timeSection(standing: Standing): TimeSection {
  const { effort, timebox, definitions, log, asOf } = standing;
  const byPerson = definitions.charter?.showHoursBy === "person";
  const focus = focusStanding(log.counted, definitions.charter?.timebox, asOf.date);
  return {
    focus: focus === undefined ? "" : focusSentence(focus),
    focusEntries: focus?.entries ?? [],
    hours: hoursLabel(effort.hours),
    cap: effort.cap === undefined ? "" : hoursLabel(effort.cap),
    meetingHours: effort.meetingHours.digits === 0n ? "" : hoursLabel(effort.meetingHours),
    cost: effort.cost === undefined ? openText("costs.yaml lacks a rate for some hours") : moneyLabel(effort.cost),
    people: byPerson ? [...effort.byPerson].map(([name, hours]) => ({ name, hours: hoursLabel(hours) })) : [],
    over: effort.brokenBy !== undefined,
    overEntries: effort.brokenBy === undefined ? [] : [effort.brokenBy.id],
    projected:
      effort.cap === undefined || effort.projected === undefined || !isAhead(standing)
        ? ""
        : hoursLabel(effort.projected),
    breaksOn: effort.breaksOn === undefined ? "" : longDateLabel(effort.breaksOn),
    timebox:
      timebox === undefined
        ? openText(unsetClause(definitions.charter, "timebox"))
        : `${timebox.of} working days, ${longDateLabel(timebox.start)} to ${longDateLabel(timebox.end)}`,
    used: timebox === undefined ? "" : `${timebox.day} of ${timebox.of} working days`,
    entries: effort.entries,
  };
}

export function loadedSection({ loaded, spend }: Standing): LoadedSection {
  const { total, effort, hiddenShare, missing } = loaded;
  if (total === undefined || effort === undefined)
    return {
      total: "",
      parts: "",
      hiddenShare: "",
      missing:
        missing === "exchange-rate"
          ? "some spend is in a currency without a rate"
          : "some hours have no rate in costs.yaml",
    };
  return {
    total: moneyLabel(total),
    parts:
      `${bareMoneyLabel(loaded.spend)} of spend${compositionSuffix(spend.byBasis)} ` +
      `and ${bareMoneyLabel(effort)} of hours`,
    hiddenShare: hiddenShare === undefined ? "" : shareLabel(hiddenShare),
    missing: "",
  };
}
