import { addDecimals, shortDecimalText, type Decimal } from "../domain/scalars/decimal.ts";
import { currencyExponent } from "../domain/scalars/currency.ts";
import type { CivilDate } from "../domain/scalars/calendar.ts";
import type { MoneyRow, ReadMoney } from "./format.ts";
import type { ImportProblem } from "./import-problem.ts";
import { nameFault } from "./name-fault.ts";
import { Fingerprints } from "./text/fingerprints.ts";
import { ownText } from "./text/own-text.ts";

/** One amount as a source tells it. */
export interface WrittenMoney extends Omit<MoneyRow, "day" | "amount" | "count"> {
  readonly line: number;
  /** Undefined if the source names no day, or an impossible one. */
  readonly day: CivilDate | undefined;
  /** Undefined where the text is no amount. */
  readonly amount: Decimal | undefined;
  readonly written: string;
  /** What tells a row from others of the same day; undefined if rows may be identical. */
  readonly key?: string | undefined;
}

const MOST_PROBLEMS = 50;

/**
 * Takes the rows of a bill or a meter, with every problem by its line. Rows that differ in nothing but their amounts
 * are added up at once: a month of requests is a few sums.
 */
export class MoneyCollector {
  readonly problems: ImportProblem[] = [];
  readonly #sums = new Map<string, MoneyRow>();
  /** The text that tells a row from others, with its line and its amount. */
  readonly #seen = new Fingerprints();
  readonly #free = new Set<CivilDate>();
  #twice = 0;

  add({ line, day, amount, written, key, ...rest }: WrittenMoney): void {
    const { currency } = rest;
    if (day === undefined) return this.problem(line, "found no day from 2015 on");
    if (amount === undefined)
      return this.problem(line, `found "${written.slice(0, 40)}", expected an amount such as 12.40`);
    if (currencyExponent(currency) === undefined)
      return this.problem(line, `found "${currency.slice(0, 10)}", expected a currency such as USD`);
    for (const [what, name] of [
      ["name of a model", rest.model ?? ""],
      ["name of what was paid", rest.what ?? ""],
      ["name of an account", rest.slice ?? ""],
    ] as const) {
      const fault = nameFault(what, name);
      if (fault !== undefined) return this.problem(line, fault.message, fault.hint);
    }
    if (key !== undefined && this.#isTwice(`${day}\n${key}`, line, amount, currency)) return;
    const alike = JSON.stringify([day, Object.entries(rest)]);
    const known = this.#sums.get(alike);
    if (known === undefined) this.#sums.set(ownText(alike), { day, amount, count: 1, ...owned(rest) });
    else this.#sums.set(alike, { ...known, amount: addDecimals(known.amount, amount), count: known.count + 1 });
  }

  /** A day that the source has, with amounts or without. */
  covers(day: CivilDate | undefined): void {
    if (day !== undefined) this.#free.add(day);
  }

  problem(line: number, message: string, hint?: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, message, hint });
  }

  read(about: Omit<ReadMoney, "kind" | "rows" | "count" | "free">): {
    readonly read: ReadMoney;
    readonly problems: readonly ImportProblem[];
  } {
    if (this.#sums.size === 0 && this.problems.length === 0) this.problems.push({ message: "found no amounts" });
    const twice =
      this.#twice === 0 ? [] : [`${this.#twice === 1 ? "1 row stands" : `${this.#twice} rows stand`} twice in it`];
    const rows = [...this.#sums.values()];
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return {
      read: { kind: "money", rows, count, free: [...this.#free], ...about, notes: [...twice, ...about.notes] },
      problems: this.problems,
    };
  }

  /** Whether the row was taken before. The same row with another amount is no row that was exported twice. */
  #isTwice(key: string, line: number, amount: Decimal, currency: string): boolean {
    const earlier = this.#seen.see(key, line, `${shortDecimalText(amount)} ${currency}`);
    if (earlier === undefined) return false;
    if (earlier.sameNote) this.#twice++;
    else
      this.problem(
        line,
        `found the same row as in line ${earlier.number}, with another amount`,
        "two overlapping exports were joined: import the older one first, and then the newer one",
      );
    return true;
  }
}

type Told = Omit<MoneyRow, "day" | "amount" | "count">;

/** The same with texts of its own, so that a sum does not keep the file. */
function owned({ currency, model, what, slice, labels, ...rest }: Told): Told {
  const own = (text: string | undefined) => (text === undefined ? undefined : ownText(text));
  return {
    ...rest,
    currency: ownText(currency),
    model: own(model),
    what: own(what),
    slice: own(slice),
    labels: Object.fromEntries(
      Object.entries(labels).map(([name, value]) => [
        name,
        typeof value === "string" ? ownText(value) : value.map(ownText),
      ]),
    ),
  };
}

/** Sums of amounts by what they have in common, in the order of their first. */
export function sumsBy<T extends { readonly amount: Decimal }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): readonly { readonly first: T; readonly amount: Decimal }[] {
  const sums = new Map<string, { readonly first: T; readonly amount: Decimal }>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = sums.get(key);
    sums.set(key, {
      first: known?.first ?? row,
      amount: known === undefined ? row.amount : addDecimals(known.amount, row.amount),
    });
  }
  return [...sums.values()];
}
