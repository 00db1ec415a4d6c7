import { addDecimals, type Decimal } from "../domain/scalars/decimal.ts";
import { currencyExponent } from "../domain/scalars/currency.ts";
import type { CivilDate } from "../domain/scalars/calendar.ts";
import type { SpendBasis } from "../domain/records/costs.ts";
import type { MoneyRow, ReadMoney } from "./format.ts";
import type { ImportProblem } from "./import-problem.ts";

/** One amount as a source tells it. */
export interface WrittenMoney {
  readonly line: number;
  /** Undefined where the source names none, or one that cannot be. */
  readonly day: CivilDate | undefined;
  /** Undefined where the text is no amount. */
  readonly amount: Decimal | undefined;
  readonly written: string;
  readonly currency: string;
  readonly model?: string | undefined;
  /** What it was for, where that is no model. */
  readonly what?: string | undefined;
  /** What `--only` can pick by. */
  readonly labels: Readonly<Record<string, string>>;
  /** What makes a row of a day one of its own; undefined where rows may be alike. */
  readonly key?: string | undefined;
}

/** Takes the rows of a bill or a meter, with every problem by its line. */
export class MoneyCollector {
  readonly problems: ImportProblem[] = [];
  readonly #rows: MoneyRow[] = [];
  readonly #lines = new Map<string, number>();

  add({ line, day, amount, written, currency, key, ...rest }: WrittenMoney): void {
    if (day === undefined) return this.#problem(line, "found no day from 2015 on");
    if (amount === undefined)
      return this.#problem(line, `found "${written.slice(0, 40)}", expected an amount such as 12.40`);
    if (currencyExponent(currency) === undefined)
      return this.#problem(line, `found "${currency.slice(0, 10)}", expected a currency such as USD`);
    const row = key === undefined ? undefined : `${day}\n${key}`;
    const earlier = row === undefined ? undefined : this.#lines.get(row);
    if (earlier !== undefined)
      return this.#problem(
        line,
        `found the same row as in line ${earlier}`,
        "two exports that overlap were put together",
      );
    if (row !== undefined) this.#lines.set(row, line);
    this.#rows.push({ day, amount, currency, ...rest });
  }

  problem(line: number, message: string, hint?: string): void {
    this.#problem(line, message, hint);
  }

  read(about: {
    readonly vendor: string;
    readonly basis: SpendBasis;
    readonly notes: readonly string[];
    readonly leftOut: readonly string[];
  }): { readonly read: ReadMoney; readonly problems: readonly ImportProblem[] } {
    if (this.#rows.length === 0 && this.problems.length === 0) this.problems.push({ message: "found no amounts" });
    return { read: { kind: "money", rows: this.#rows, ...about }, problems: this.problems };
  }

  #problem(line: number, message: string, hint?: string): void {
    this.problems.push({ line, message, hint });
  }
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
