import { evalStandings } from "../../src/domain/evidence/judged-evals.ts";
import type { Amended } from "../../src/domain/evidence/account/agreed-size.ts";
import type { EvalStanding } from "../../src/domain/evidence/eval-standing.ts";
import type { Entry } from "../../src/domain/records/entry.ts";
import type { Result } from "../../src/domain/records/evals/result.ts";
import type { Arm, Eval } from "../../src/domain/records/eval.ts";
import { NO_FACTS } from "../../src/domain/records/facts.ts";
import { parseTarget } from "../../src/domain/scalars/target.ts";
import type { Random } from "../../src/statistics/simulation/xoshiro.ts";

/** The chance of a false verdict that the charter promises. */
export const PROMISED = 0.05;
export const TARGET = 0.9;

/** One PoC as it is simulated: a log that grows, and the verdicts of the domain on it. */
export class OnePoc {
  private entries: Entry[] = [];
  private amendments: Amended[] = [];
  private closings: Entry[] = [];
  private withdrawn: { readonly entry: Entry; readonly by: Entry }[] = [];
  private clock = 0;
  private definitions: readonly Eval[];
  /** Cases that were run, on all arms together. */
  cases = 0;

  private readonly random: Random;
  private readonly truth: number;

  constructor(
    random: Random,
    truth: number,
    fields: Partial<Pick<Eval, "minN" | "extendedN">> & { readonly arms?: number; readonly evals?: number },
  ) {
    this.random = random;
    this.truth = truth;
    const { arms = 0, evals = 1, ...size } = fields;
    const named = Array.from({ length: arms }, (_, k): Arm => ({ name: armName(k), baseline: false }));
    const target = parseTarget("value >= 90%");
    if (!target.ok) throw new Error("the target cannot be read");
    this.definitions = Array.from({ length: evals }, (_, k) => ({
      id: `eval-${k}`,
      measure: "proportion",
      better: "higher",
      primary: true,
      target: target.value,
      ...size,
      ...(named.length === 0 ? {} : { arms: named }),
    }));
  }

  successes(n: number): number {
    this.cases += n;
    let x = 0;
    for (let k = 0; k < n; k += 1) if (this.random() < this.truth) x += 1;
    return x;
  }

  /** Logs counts in one entry; an arm of -1 is the unnamed one. */
  log(
    ...runs: readonly { readonly x: number; readonly n: number; readonly arm?: number; readonly of?: number }[]
  ): Entry {
    const entry = this.entry(
      runs.map(({ x, n, arm = -1, of = 0 }): Result => ({ eval: `eval-${of}`, arm: armName(arm), count: { x, n } })),
    );
    this.entries = [...this.entries, entry];
    return entry;
  }

  run(n: number, arm = -1): void {
    this.log({ x: this.successes(n), n, arm });
  }

  undo(entry: Entry): void {
    this.entries = this.entries.filter((one) => one !== entry);
    this.withdrawn.push({ entry, by: { ...this.entry([]), undo: { entry: entry.id } } });
  }

  amendSize(to: number): void {
    this.definitions = this.definitions.map((item) => {
      const change = { term: `evals.${item.id}.min_n`, from: String(item.minN), to: String(to), resultsSeen: 1 };
      this.amendments.push({
        entry: this.entry([]),
        amendment: { changes: [change], reason: "more", approver: { name: "Marta" } },
      });
      return { ...item, minN: to };
    });
  }

  decide(): void {
    this.closings.push(this.entry([]));
  }

  standings(last = false): readonly EvalStanding[] {
    return evalStandings(this.definitions, this.entries, this.amendments, {
      confidence: 1 - PROMISED,
      last,
      closings: this.closings,
      withdrawn: this.withdrawn,
    });
  }

  /** Whether the tool says met by now. */
  met(of = 0): boolean {
    return this.standings()[of]!.verdict === "met";
  }

  leader(): number {
    const arm = this.standings()[0]!.judged?.result.arm ?? "";
    return Number(arm.slice(4));
  }

  private entry(results: readonly Result[]): Entry {
    this.clock += 1;
    return {
      id: String(this.clock),
      file: "",
      at: { epochMs: this.clock * 1000, offset: 0 },
      date: "2026-11-24" as Entry["date"],
      by: { name: "Ana" },
      ...NO_FACTS,
      results,
    };
  }
}

function armName(arm: number): string {
  return arm < 0 ? "" : `arm-${arm}`;
}
