import type { Amendment, Entry } from "../../records/entry.ts";
import { isBaselineArm, parseArm, type Eval } from "../../records/eval.ts";

/** An amendment with the entry that holds it. */
export interface Amended {
  readonly entry: Entry;
  readonly amendment: Amendment;
}

/** How much was agreed to be measured: the cases of the deciding run, and the arms to choose from. */
export interface AgreedSize {
  /** The size of the run that decides; undefined where none was agreed. */
  readonly cases: number | undefined;
  /** The number of cases up to which the sample may grow once, if the planned run settles nothing. */
  readonly extended: number | undefined;
  /** Arms that were named beforehand, without today's system. */
  readonly arms: readonly string[];
}

/** What was in force when something was logged: today's terms, with every later amendment reversed. */
export function agreedSize(item: Eval, amendments: readonly Amended[], epochMs: number): AgreedSize {
  const later = amendments.filter(({ entry }) => entry.at.epochMs > epochMs);
  const asThen = (name: string, now: string | undefined): string | undefined => {
    if (later.length === 0) return now;
    const term = `evals.${item.id}.${name}`;
    const change = later.flatMap(({ amendment }) => amendment.changes).find((one) => one.term === term);
    return change === undefined ? now : change.from;
  };
  const arms = asThen("arms", undefined);
  return {
    cases: wholeOf(asThen("min_n", item.minN?.toString())),
    extended: wholeOf(asThen("extended_n", item.extendedN?.toString())),
    arms: arms === undefined ? candidates(item) : candidates({ arms: armsOf(arms) }),
  };
}

function wholeOf(text: string | undefined): number | undefined {
  const cases = Number(text);
  return text !== undefined && Number.isSafeInteger(cases) && cases > 0 ? cases : undefined;
}

function armsOf(text: string): NonNullable<Eval["arms"]> {
  return text.split(", ").flatMap((name) => {
    const arm = parseArm(name);
    return arm.ok ? [arm.value] : [];
  });
}

function candidates(item: Pick<Eval, "arms">): readonly string[] {
  return (item.arms ?? []).map(({ name }) => name).filter((name) => !isBaselineArm(item, name));
}
