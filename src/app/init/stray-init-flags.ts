import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { UsageProblem } from "../ports/faults.ts";
import { INIT_FLAGS, saidFlags, type InitFlags } from "./init-flags.ts";

const OF_METRIC: readonly (keyof InitFlags)[] = [
  "evalId",
  "higherIsBetter",
  "measure",
  "judge",
  "measuredBy",
  "baseline",
  "target",
  "why",
  "minN",
];
const OF_KILL: readonly (keyof InitFlags)[] = ["killId", "killBy"];

/**
 * Flags that would be written nowhere, because what they belong to was not named. Nothing that was typed is dropped.
 *
 * @param asks whether a person will be asked for unknowns that no flag names
 */
export function strayInitFlags(flags: InitFlags, asks: boolean): readonly UsageProblem[] {
  const said = saidFlags(flags);
  const stray = (names: readonly (keyof InitFlags)[]) =>
    listLabel(said.filter((name) => names.includes(name)).map((name) => INIT_FLAGS[name]));
  const { metric, killWhen, killAsk, answeredBy, unknowns } = flags;
  const asked = asks && unknowns.length === 0 ? 2 : unknowns.length;
  const problems: (UsageProblem | undefined)[] = [
    metric === undefined && stray(OF_METRIC) !== ""
      ? {
          message: `${stray(OF_METRIC)}: found no metric, expected one that this is about`,
          hint: 'add --metric "Wrong answers on safety-critical intents"',
        }
      : undefined,
    killWhen === undefined && killAsk === undefined && stray(OF_KILL) !== ""
      ? {
          message: `${stray(OF_KILL)}: found no kill criterion, expected one that this is about`,
          hint: 'add --kill-ask "Has the vendor refused EU residency?", or --kill-when "wrong-answers > 18%"',
        }
      : undefined,
    killWhen !== undefined && killAsk !== undefined
      ? {
          message: "--kill-ask: found beside --kill-when, expected one of them, which make one criterion",
          hint: "leave one out, and add it to kill-criteria.yaml as a second criterion",
        }
      : undefined,
    answeredBy.length > asked
      ? {
          message: `--answered-by: found ${answeredBy.length} for ${countLabel(asked, "unknown")}`,
          hint: 'add --unknown "Does retrieval lower the wrong-answer rate?"; the ids of one unknown go behind commas',
        }
      : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** What an example takes: no flag that says something of a PoC. */
export function besideExample(flags: InitFlags, others: readonly string[]): readonly UsageProblem[] {
  return [...saidFlags(flags).map((name) => INIT_FLAGS[name]), ...others].map((flag) => ({
    message: `${flag} does not go with --example, which is written as it is`,
    hint: `leave ${flag} out, or leave --example out`,
  }));
}
